package org.visavis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.PlaywrightException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From the first start of {@code java -jar} to a call between two other computers, as an administrator goes about it. */
@Tag("browser")
@Tag("standalone")
class TrustIT {
    private static final String NAME = "calls.visavis.test";

    @TempDir
    private Path folder;

    @RegisterExtension
    final People people = new People();

    private final Path store = Browsers.home().resolve(".pki/nssdb");
    private Network network;
    private ExecutableWar server;

    @BeforeEach
    void build() throws Exception {
        if (!Command.run("which", "certutil").succeeded()) {
            DebianPackages.install("libnss3-tools");
        }
        network = new Network();
        server = new ExecutableWar(
                network.on("server"), "--port", "0", "--https-port", "any", "--name", NAME, "--stun-port", "0");
        if (!Files.exists(store)) {
            Files.createDirectories(store);
            certutil("-N", "--empty-password");
        }
    }

    @AfterEach
    void tearDown() {
        Command.run("certutil", "-d", "sql:" + store, "-D", "-n", NAME); // the next test trusts nobody
        if (server != null) server.close();
        if (network != null) network.close();
    }

    private void certutil(String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "certutil";
        all[1] = "-d";
        all[2] = "sql:" + store;
        System.arraycopy(words, 0, all, 3, words.length);
        Command run = Command.run(all);
        assertTrue(run.succeeded(), run.output());
    }

    private Person person(String name, Equipment equipment) {
        return people.person(
                name, equipment.knowing(NAME, Network.SERVER_ADDRESS).on(network.host(name.toLowerCase(Locale.ROOT))));
    }

    @Test
    void twoComputersCallByNameAfterOneImport() throws Exception {
        URI http = URI.create("http://" + NAME + ":" + server.base().getPort() + "/");
        URI https = server.secureBase();
        assertEquals(NAME, https.getHost());
        Person visitor = person("Ada", Equipment.NOT_ALLOWED).mayComplain("ERR_CERT_AUTHORITY_INVALID");
        assertLeadsToHttps(visitor, http, https);
        Path authority = download(visitor, http);
        PlaywrightException warning =
                assertThrows(PlaywrightException.class, () -> visitor.opens(https + "webrtc.html"));
        assertTrue(warning.getMessage().contains("ERR_CERT_AUTHORITY_INVALID"), warning.getMessage());

        certutil("-A", "-t", "C,,", "-n", NAME, "-i", authority.toString());

        Person ada = person("Ada", Equipment.COMPLETE).opens(https, "daily").joins();
        Person grace = person("Grace", Equipment.COMPLETE).opens(https, "daily").joins();
        ada.sees(grace);
        grace.sees(ada);
        ada.seesAndHears(1);
        grace.seesAndHears(1);
    }

    /** The room and what follows it stay in the address. */
    private static void assertLeadsToHttps(Person visitor, URI http, URI https) {
        visitor.opens(http + "webrtc.html?room=daily#chat");
        visitor.isTold("insecure");
        assertThat(visitor.page().locator("#message-link")).hasAttribute("href", https + "webrtc.html?room=daily#chat");
        visitor.photograph("link-to-https");
    }

    private Path download(Person visitor, URI http) {
        visitor.opens(http + "trust.html").awaits("#fingerprint:not(:empty)");
        assertThat(visitor.page().locator("#address")).hasText(http + "trust.html");
        Download download = visitor.page().waitForDownload(() -> visitor.page().click("#crt"));
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        String shown = visitor.page().locator("#fingerprint").textContent();
        Command fingerprint =
                Command.run("openssl", "x509", "-in", file.toString(), "-noout", "-fingerprint", "-sha256");
        assertTrue(fingerprint.output().strip().endsWith(shown), fingerprint.output());
        return file;
    }
}
