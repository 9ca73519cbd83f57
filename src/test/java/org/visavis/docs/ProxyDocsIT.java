package org.visavis.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.SignalingClient;
import org.visavis.TestCertificate;
import org.visavis.launcher.LaunchedWar;

/** The proxies of docs/reverse-proxy.md lead to Visavis, and find well what the page says to check. */
@Tag("standalone")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProxyDocsIT {
    private static final String UPGRADED = "HTTP/1.1 101";
    private static final String REFUSED = "HTTP/1.1 403";

    @TempDir
    private static Path shared;

    private static LaunchedWar war;
    private static String backend;

    @TempDir
    private Path folder;

    private int port;

    @BeforeAll
    static void startVisavis() throws IOException {
        war = new LaunchedWar(shared, Map.of(), List.of("--host", "127.0.0.1", "--port", "0"));
        backend = war.address().getAuthority();
    }

    @AfterAll
    static void stopVisavis() {
        war.close();
    }

    @Test
    void nginx() throws Exception {
        String site = DocBlock.replace(
                DocBlock.named("reverse-proxy/nginx"),
                "listen 443",
                "listen 127.0.0.1:" + choosePort(),
                "127.0.0.1:8080",
                backend,
                "/etc/ssl/visavis.crt",
                TestCertificate.certificate().toString(),
                "/etc/ssl/visavis.key",
                TestCertificate.key().toString());
        String temporary = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
                .map(name -> name + "_temp_path " + folder + ";\n")
                .collect(Collectors.joining());
        Path file = Files.writeString(
                folder.resolve("nginx.conf"),
                "daemon off; pid " + folder.resolve("pid") + ";\nevents {}\nhttp {\naccess_log off;\n" + temporary
                        + site + "}\n");
        try (Server proxy = start("nginx", "-e", "stderr", "-p", folder, "-c", file)) {
            assertLeadsToVisavis(TestCertificate.certificate(), proxy);
            assertPassesMessages();
        }
    }

    @Test
    void apache() throws Exception {
        String site = DocBlock.replace(
                DocBlock.named("reverse-proxy/apache"),
                "*:443",
                "127.0.0.1:" + choosePort(),
                "127.0.0.1:8080",
                backend,
                "/etc/ssl/visavis.crt",
                TestCertificate.certificate().toString(),
                "/etc/ssl/visavis.key",
                TestCertificate.key().toString());
        // The modules that the page names, and those without which Apache serves nothing at all.
        String modules = Stream.of("mpm_event", "authz_core", "proxy", "proxy_http", "ssl", "headers")
                .map(name -> "LoadModule " + name + "_module " + Programs.find("mod_" + name + ".so") + "\n")
                .collect(Collectors.joining());
        Path file = Files.writeString(
                folder.resolve("apache.conf"),
                modules + "Listen 127.0.0.1:" + port + "\nErrorLog /dev/stderr\nPidFile " + folder.resolve("pid")
                        + "\nDefaultRuntimeDir " + folder + "\nUser nobody\nGroup nogroup\n" + site);
        try (Server proxy = start("apache2", "-D", "FOREGROUND", "-d", folder, "-f", file)) {
            assertLeadsToVisavis(TestCertificate.certificate(), proxy);
            assertPassesMessages();
        }
    }

    @Test
    void caddyWithItsOwnAuthority() throws Exception {
        Path authority = folder.resolve("caddy/pki/authorities/local/root.crt");
        startCaddy(DocBlock.named("reverse-proxy/caddy"), authority);
    }

    @Test
    void caddyWithACertificate() throws Exception {
        String site = DocBlock.replace(
                DocBlock.named("reverse-proxy/caddy-certificate"),
                "/etc/ssl/visavis.crt",
                TestCertificate.certificate().toString(),
                "/etc/ssl/visavis.key",
                TestCertificate.key().toString());
        startCaddy(site, TestCertificate.certificate());
    }

    private void startCaddy(String page, Path trusted) throws Exception {
        String site = DocBlock.replace(page, "127.0.0.1:8080", backend)
                .replaceFirst(
                        "\\{",
                        "{\nadmin off\ndefault_bind 127.0.0.1\nhttp_port " + Server.freePort() + "\nhttps_port "
                                + choosePort());
        Path file = Files.writeString(folder.resolve("Caddyfile"), site);
        try (Outside outside = new Outside()) {
            ProcessBuilder command = Programs.command("caddy", "run", "--config", file, "--adapter", "caddyfile");
            command.environment()
                    .putAll(Map.of(
                            "XDG_DATA_HOME", folder.toString(),
                            "XDG_CONFIG_HOME", folder.toString(),
                            "HTTPS_PROXY", outside.address(),
                            "HTTP_PROXY", outside.address()));
            try (Server proxy = new Server(command, folder, port)) {
                assertLeadsToVisavis(trusted, proxy);
                assertFalse(proxy.log().contains("acme"), proxy.log());
            }
            assertEquals(0, outside.requests());
        }
    }

    private int choosePort() throws IOException {
        port = Server.freePort();
        return port;
    }

    private Server start(String program, Object... arguments) throws IOException, InterruptedException {
        return new Server(Programs.command(program, arguments), folder, port);
    }

    /** As the page says how to check it: from its own origin a connection comes about, from another it does not. */
    private void assertLeadsToVisavis(Path trusted, Server proxy) throws IOException {
        String check = DocBlock.replace(
                DocBlock.named("reverse-proxy/check"), "https://visavis.example", "https://visavis.example:" + port);
        assertEquals(UPGRADED, curl(check, trusted), proxy::log);
        String foreign =
                DocBlock.replace(check, "Origin: https://visavis.example:" + port, "Origin: https://elsewhere.example");
        assertEquals(REFUSED, curl(foreign, trusted), proxy::log);
    }

    /** The beginning of the answer; a connection stays open afterwards. */
    private String curl(String command, Path trusted) throws IOException {
        String options = "curl -sSN --resolve visavis.example:" + port + ":127.0.0.1 --cacert " + trusted + " ";
        Process process = new ProcessBuilder("sh", "-c", "exec " + DocBlock.replace(command, "curl ", options))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader answer = process.inputReader()) {
            String line = answer.readLine();
            return line == null ? "" : line.replaceFirst("(HTTP/1.1 \\d+).*", "$1");
        } finally {
            process.destroy();
            process.onExit().join();
        }
    }

    private void assertPassesMessages() {
        URI base = URI.create("https://localhost:" + port + "/");
        try (SignalingClient ada = SignalingClient.signaling(base, "daily")) {
            ada.join("Ada");
            try (SignalingClient grace = SignalingClient.signaling(base, "daily")) {
                grace.join("Grace");
                ada.next("peer-joined");
            }
        }
    }

    /** Stands where a proxy to the Internet would, and counts who wants to get there. */
    private static final class Outside implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final AtomicInteger requests = new AtomicInteger();

        Outside() throws IOException {
            new Thread(this::count, "outside").start();
        }

        private void count() {
            while (true) {
                try {
                    server.accept().close();
                    requests.incrementAndGet();
                } catch (IOException closed) {
                    return;
                }
            }
        }

        String address() {
            return "http://127.0.0.1:" + server.getLocalPort();
        }

        int requests() {
            return requests.get();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
