/**
 * The ICE servers that help browsers to reach each other where no direct path works, credentials for them, and a STUN
 * responder of our own.
 */
package org.visavis.ice;
