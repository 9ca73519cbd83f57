package org.visavis.launcher;

import java.net.InetAddress;
import java.nio.file.Path;

/**
 * Where and how the server listens.
 *
 * @param address null for all addresses of this computer
 * @param port 0 for any free port
 * @param certificate a PEM file with the certificate and its chain; null for plain HTTP
 * @param key a PEM file with the key of the certificate, without a password; null if there is no certificate
 * @param readsOnPoller whether the poller thread reads messages, see {@link InlineEndpoint}
 */
record Binding(InetAddress address, int port, Path certificate, Path key, boolean readsOnPoller) {
    boolean isSecure() {
        return certificate != null;
    }
}
