package org.visavis.launcher;

import java.net.InetAddress;
import java.nio.file.Path;

/**
 * Where and how to listen.
 *
 * @param address null for all addresses of this computer
 * @param port 0 for any free one
 * @param certificate in PEM, with what its browsers need to trust it; null for plain HTTP
 * @param key of the certificate, in PEM and without a password; null where there is no certificate
 * @param readsOnPoller whether the poller thread reads, see {@link InlineEndpoint}
 */
record Binding(InetAddress address, int port, Path certificate, Path key, boolean readsOnPoller) {
    boolean isSecure() {
        return certificate != null;
    }
}
