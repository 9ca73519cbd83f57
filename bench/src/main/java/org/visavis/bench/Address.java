package org.visavis.bench;

/**
 * Where a server is reached, on loopback.
 *
 * @param port 0 until it is known
 * @param path what all its addresses begin with, as a context path: empty, or with a leading slash only
 * @param tls whether it speaks TLS, with the certificate that is made for the run
 */
record Address(int port, String path, boolean tls) {
    /** Of a server that has yet to be started and to choose its port. */
    static final Address IN_THE_CLEAR = new Address(0, "", false);

    static final Address OVER_TLS = new Address(0, "", true);

    Address at(int itsPort) {
        return new Address(itsPort, path, tls);
    }
}
