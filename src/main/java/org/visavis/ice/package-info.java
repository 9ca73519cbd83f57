/**
 * Through which servers browsers find each other where no direct way leads, what these servers let them in with, and one of
 * them: a responder for STUN.
 */
package org.visavis.ice;
