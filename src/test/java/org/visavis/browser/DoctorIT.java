package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What administrators and networks do wrong is named by the page that tests a computer, with those who can mend it. The
 * same page finds nothing wrong where nothing is.
 */
@Tag("browser")
@Tag("standalone")
class DoctorIT {
    private static final String SECRET = "the secret of the relay";

    @TempDir
    private static Path folder;

    private static Network network;
    private static RelayAndProxies between;
    private static ExecutableWar server;
    private static URI secure;

    /** Behind nginx: its clock is an hour fast, and it listens on loopback. */
    private static ExecutableWar wrong;

    @RegisterExtension
    final People people = new People();

    @BeforeAll
    static void build() throws Exception {
        network = new Network();
        between = new RelayAndProxies(network, folder);
        if (!Command.run("which", "faketime").succeeded()) {
            DebianPackages.install("faketime");
        }
        server = new ExecutableWar(
                network.on("server"),
                "--host",
                Network.SERVER_ADDRESS,
                "--port",
                "0",
                "--https-port",
                "any",
                "-Dvisavis.turn.secret=" + SECRET,
                "-Dvisavis.ice.urls=" + RelayAndProxies.ICE_URLS);
        secure = server.secureBase();
        wrong = new ExecutableWar(
                Stream.concat(network.on("server").stream(), Stream.of("faketime", "-m", "-f", "+1h"))
                        .toList(),
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--stun-port",
                "3480");
        between.startNginx(server.base(), wrong.base());
        between.startRelay(SECRET, "relay");
    }

    @AfterAll
    static void tearDown() throws Exception {
        for (AutoCloseable part : new AutoCloseable[] {server, wrong, between, network}) if (part != null) part.close();
    }

    @Test
    void nothingIsFoundWhereNothingIsWrong() throws IOException {
        Person ada = ada(Equipment.COMPLETE);
        ada.opens(secure + "localwebrtc.html").awaits("#summary:not([data-outcome=running])");
        ada.photograph("healthy");
        assertEquals("good", ada.page().getAttribute("#summary", "data-outcome"), () -> said(ada));
        assertEquals(List.of("turn/good", "turn/good", "turn/good"), codes(ada, "turn"));
        assertEquals(List.of("stun/good"), codes(ada, "stun"));
        assertEquals(List.of("certificate/good"), codes(ada, "certificate"));
        Download download = ada.page().waitForDownload(() -> ada.page().click("#download"));
        String report = Files.readString(download.path());
        assertTrue(report.contains("[turn/good] turns:"), report);
        assertFalse(report.contains("redential") || report.matches("(?s).*\\d{10}:.*"), report);
    }

    @Test
    void nothingIsFoundBehindAProxyThatIsSetUpWell() {
        Person ada = ada(Equipment.COMPLETE).opens(proxy(8443));
        ada.awaits("#summary[data-outcome=good]");
        assertEquals(List.of("certificate/unknown"), codes(ada, "certificate"));
        assertEquals(List.of("idle/good"), codes(ada, "idle"));
    }

    @Test
    void aProxyWithoutUpgrade() {
        finds(ada(Equipment.COMPLETE).opens(proxy(8444)), "signaling", "upgrade", "administrator");
    }

    @Test
    void aProxyThatEndsSilentConnections() {
        Person ada = ada(Equipment.COMPLETE).opens(proxy(8445));
        finds(ada, "idle", "cut", "administrator");
        assertTrue(said(ada).matches("(?s).*after [^ ]*[5-9][^ ]* seconds of silence.*"), () -> said(ada));
    }

    @Test
    void aRefusedOrigin() {
        Person ada = ada(Equipment.COMPLETE).opens(proxy(8446));
        finds(ada, "signaling", "origin", "administrator");
        assertTrue(said(ada).contains("elsewhere.example"), () -> said(ada));
    }

    @Test
    void aClockThatIsAnHourFastAndStunOnLoopback() {
        Person ada = ada(Equipment.COMPLETE).opens(proxy(8447));
        finds(ada, "clock", "differs", "you administrator");
        finds(ada, "stun", "loopback", "administrator");
    }

    @Test
    void plainHttp() {
        Person ada = ada(Equipment.COMPLETE).opens(server.base() + "localwebrtc.html");
        finds(ada, "secure", "plain-elsewhere", "you");
        assertEquals(
                secure + "localwebrtc.html",
                ada.page().locator("[data-check=secure] a").getAttribute("href"));
    }

    @Test
    void aRefusedCamera() {
        finds(ada(Equipment.NOT_ALLOWED).opens(secure + "localwebrtc.html"), "camera", "refused", "you");
    }

    @Test
    void anExpiredCertificate() {
        try (ExecutableWar war =
                another("--keystore", folder.resolve("expired.p12").toString(), "--keystore-password", "visavis")) {
            Person ada = ada(Equipment.COMPLETE).opens(war.secureBase() + "localwebrtc.html");
            finds(ada, "certificate", "expired", "administrator");
        }
    }

    @Test
    void aRelayWithAnotherSecret() {
        withRelay("another secret", "relay", ada -> finds(ada, "turn", "refused", "administrator"));
    }

    @Test
    void aRelayWithACertificateOfAnUnknownAuthority() {
        withRelay(SECRET, "unknown", ada -> {
            finds(ada, "turn", "tls", "administrator");
            assertEquals(List.of("turn/good", "turn/good", "turn/tls"), codes(ada, "turn"));
        });
    }

    @Test
    void aRelayThatIsNotThere() {
        network.kill("relay");
        try {
            Person ada = ada(Equipment.COMPLETE).opens(secure + "localwebrtc.html");
            finds(ada, "turn", "unreachable", "administrator network");
            assertEquals(List.of("stun/good"), codes(ada, "stun"));
        } finally {
            between.startRelay(SECRET, "relay");
        }
    }

    @Test
    void udpIsBlocked() {
        network.blockUdp();
        try {
            Person ada = ada(Equipment.COMPLETE).opens(secure + "localwebrtc.html");
            finds(ada, "stun", "udp-blocked", "network");
            finds(ada, "turn", "udp-blocked", "network");
            assertEquals(List.of("turn/udp-blocked", "turn/good", "turn/good"), codes(ada, "turn"));
        } finally {
            network.letUdpThrough();
        }
    }

    @Test
    void aServerThatIsAboutToBeRestarted() throws Exception {
        server.toggleDrain();
        try {
            finds(ada(Equipment.COMPLETE).opens(secure + "localwebrtc.html"), "signaling", "draining", "administrator");
        } finally {
            server.toggleDrain();
        }
    }

    @Test
    void aServerThatAdmitsByTokensOnly() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "0123456789abcdef".repeat(4));
        try (ExecutableWar war = another("-Dvisavis.auth=token", "-Dvisavis.token.keys=" + secret)) {
            Person ada = ada(Equipment.COMPLETE).opens(war.secureBase() + "localwebrtc.html");
            ada.awaits("#summary[data-outcome=good]");
            assertTrue(ada.page().textContent("#summary").contains("could not be"), () -> said(ada));
            assertEquals(List.of("sign-in/token"), codes(ada, "sign-in"));
            assertEquals(List.of("signaling/not-admitted"), codes(ada, "signaling"));
        }
    }

    /** Another server in the place of the usual one, which keeps STUN. */
    private static ExecutableWar another(String... arguments) {
        return new ExecutableWar(
                network.on("server"),
                Stream.concat(
                                Stream.of(
                                        "--host",
                                        Network.SERVER_ADDRESS,
                                        "--port",
                                        "0",
                                        "--stun-port",
                                        "0",
                                        "--https-port",
                                        "any"),
                                Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private Person ada(Equipment equipment) {
        return people.person("Ada", equipment.on(network.host("ada")))
                .mayComplain("WebSocket connection|ERR_|status of 503");
    }

    private void withRelay(String secret, String certificate, Consumer<Person> test) {
        network.kill("relay");
        between.startRelay(secret, certificate);
        try {
            test.accept(ada(Equipment.COMPLETE).opens(secure + "localwebrtc.html"));
        } finally {
            network.kill("relay");
            between.startRelay(SECRET, "relay");
        }
    }

    /** Waits for the finding, which is the failure of this check, with those who can mend it. */
    private static void finds(Person person, String check, String code, String fixers) {
        person.page()
                .locator("#checks li[data-check=%s][data-outcome=failed] [data-code=%s][data-fixers='%s']"
                        .formatted(check, code, fixers))
                .first()
                .scrollIntoViewIfNeeded(); // which waits for it
        person.photograph(check + "-" + code);
    }

    /** What a check has found, in the order of the page. */
    @SuppressWarnings("unchecked")
    private static List<String> codes(Person person, String check) {
        return (List<String>) person.page()
                .evaluate(
                        "(check) => [...document.querySelectorAll(`[data-check=${check}] [data-code]`)]"
                                + ".map(({ dataset }) => `${check}/${dataset.code}`)",
                        check);
    }

    private static String said(Person person) {
        return person.page().locator("#checks").innerText();
    }

    private static String proxy(int port) {
        return "https://" + Network.SERVER_ADDRESS + ":" + port + "/localwebrtc.html";
    }
}
