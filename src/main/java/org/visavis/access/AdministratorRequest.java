package org.visavis.access;

/**
 * What is known about somebody who asks for the administrator's view, or for something to be done there. {@link
 * AccessPolicy#refusal} decides from this alone.
 *
 * @param administrator the name of the administrator whom the container, or a link of {@code java -jar}, has let in; null if
 *     nobody
 * @param login somebody whom the container has authenticated; null if nobody
 * @param address the network address that the request came from, as the audit log writes it; null if unknown
 * @param confidential whether nobody on the way can read along: over HTTPS, or within this computer
 * @param origin the header {@code Origin}; null if there is none
 * @param host the header {@code Host}; null if unknown
 * @param changes whether something is to be done, and not only shown
 */
public record AdministratorRequest(
        String administrator,
        Login login,
        String address,
        boolean confidential,
        String origin,
        String host,
        boolean changes) {
    /** The same request of an administrator. */
    public AdministratorRequest by(String name) {
        return new AdministratorRequest(name, null, address, confidential, origin, host, changes);
    }
}
