/**
 * Who may: identities and roles, origins, limits of rate, and the one {@link org.visavis.access.AccessPolicy} that lets somebody
 * in or does not.
 */
package org.visavis.access;
