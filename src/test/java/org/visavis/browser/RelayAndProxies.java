package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.visavis.docs.Programs;

/** What stands between Ada and Visavis: nginx, well set up and badly, and a relay, with the certificates of both. */
final class RelayAndProxies implements AutoCloseable {
    private static final int TLS = 5349;

    /** What the page is told of the relay. */
    static final String ICE_URLS = "turn:%1$s:3479?transport=udp,turn:%1$s:3479?transport=tcp,turns:%1$s:%2$d"
            .formatted(Network.SERVER_ADDRESS, TLS);

    /** The certificates: {@code site} of nginx, {@code relay} from a CA that Ada trusts, {@code unknown} from nobody. */
    private static final String CERTIFICATES = """
            set -e
            new='openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes'
            for name in site unknown authority; do
              $new -x509 -days 2 -subj /CN=$name -addext subjectAltName=IP:10.77.0.1 -keyout $name.key -out $name.crt
            done
            $new -subj /CN=10.77.0.1 -keyout relay.key -out relay.csr
            echo subjectAltName=IP:10.77.0.1 > relay.ext
            openssl x509 -req -in relay.csr -CA authority.crt -CAkey authority.key -CAcreateserial -days 2 \
              -extfile relay.ext -out relay.crt
            keytool -genkeypair -keystore expired.p12 -storepass visavis -alias expired -keyalg EC -groupname secp256r1 \
              -dname CN=expired -ext san=ip:10.77.0.1 -startdate -30d -validity 10
            chmod a+r *.key
            """;

    private final Network network;
    private final Path folder;

    RelayAndProxies(Network network, Path folder) throws IOException {
        this.network = network;
        this.folder = folder;
        if (!Command.run("which", "certutil").succeeded()) {
            DebianPackages.install("libnss3-tools");
        }
        Command made = Command.run(new ProcessBuilder("sh", "-c", CERTIFICATES).directory(folder.toFile()), Map.of());
        assertTrue(made.succeeded(), made.output());
        trust();
    }

    void startRelay(String secret, String certificate) {
        List<String> words = words(Programs.command(
                "turnserver",
                "-n",
                "--listening-ip=" + Network.SERVER_ADDRESS,
                "--relay-ip=" + Network.SERVER_ADDRESS,
                "--listening-port=3479",
                "--tls-listening-port=" + TLS,
                "--cert=" + folder.resolve(certificate + ".crt"),
                "--pkey=" + folder.resolve(certificate + ".key"),
                "--use-auth-secret",
                "--static-auth-secret=" + secret,
                "--realm=visavis",
                "--no-cli",
                "--pidfile=" + folder.resolve("relay.pid"),
                "--userdb=" + folder.resolve("relay.db"),
                "--log-file=stdout"));
        network.start("relay", "server", words.toArray(String[]::new));
        network.awaitListener(3479);
        network.awaitListener(TLS);
    }

    void startNginx(URI server, URI wrong) throws IOException {
        String good =
                "proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection upgrade;";
        String host = "proxy_set_header Host $http_host;";
        String temporary = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
                .map(name -> name + "_temp_path " + folder + ";")
                .reduce("", String::concat);
        Path file = Files.writeString(
                folder.resolve("nginx.conf"),
                "daemon off; pid " + folder.resolve("nginx.pid") + "; events {} http { access_log off; " + temporary
                        + site(8443, server, good + host)
                        + site(8444, server, host)
                        + site(8445, server, good + host + "proxy_read_timeout 5s;")
                        + site(8446, server, good + "proxy_set_header Host elsewhere.example;")
                        + site(8447, wrong, good + host) + "}");
        List<String> words = words(Programs.command("nginx", "-e", "stderr", "-p", folder, "-c", file));
        network.start("nginx", "server", words.toArray(String[]::new));
        network.awaitListener(8447);
    }

    private String site(int port, URI target, String directives) {
        return "server { listen %s:%d ssl; ssl_certificate %s; ssl_certificate_key %s; location / { proxy_pass %s; %s } }"
                .formatted(
                        Network.SERVER_ADDRESS,
                        port,
                        folder.resolve("site.crt"),
                        folder.resolve("site.key"),
                        target.toString().replaceFirst("/$", ""),
                        directives);
    }

    /** The words of a command, with the libraries of a program that was unpacked. */
    private static List<String> words(ProcessBuilder command) {
        List<String> words = new ArrayList<>(
                List.of("env", "LD_LIBRARY_PATH=" + command.environment().get("LD_LIBRARY_PATH")));
        words.addAll(command.command());
        return words;
    }

    /** Ada trusts the CA of the relay. */
    private void trust() throws IOException {
        Path store = Browsers.home().resolve(".pki/nssdb");
        if (!Files.exists(store)) {
            Files.createDirectories(store);
            certutil("-N", "--empty-password");
        }
        Command run = certutil(
                "-A",
                "-t",
                "C,,",
                "-n",
                "doctor",
                "-i",
                folder.resolve("authority.crt").toString());
        assertTrue(run.succeeded(), run.output());
    }

    private static Command certutil(String... words) {
        List<String> all = new ArrayList<>(
                List.of("certutil", "-d", "sql:" + Browsers.home().resolve(".pki/nssdb")));
        all.addAll(List.of(words));
        return Command.run(all.toArray(String[]::new));
    }

    @Override
    public void close() {
        certutil("-D", "-n", "doctor");
    }
}
