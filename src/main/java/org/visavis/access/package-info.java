/**
 * Who may do what: identities and roles, origins, rate limits, and the one {@link org.visavis.access.AccessPolicy} that
 * admits people or refuses them.
 */
package org.visavis.access;
