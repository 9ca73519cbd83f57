package org.visavis.launcher;

import java.net.InetAddress;

/**
 * Where and how the server listens.
 *
 * @param address null for all addresses of this computer
 * @param port for HTTP, 0 for any free port
 * @param securePort for HTTPS, 0 for any free port; null for no HTTPS
 * @param readsOnPoller whether the poller thread reads messages, see {@link InlineEndpoint}
 * @param connections how many the application admits; 0 if it decides by the heap itself
 */
record Binding(InetAddress address, int port, Integer securePort, boolean readsOnPoller, long connections) {
    boolean isSecure() {
        return securePort != null;
    }
}
