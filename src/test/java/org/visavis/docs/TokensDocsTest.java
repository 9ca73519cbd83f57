package org.visavis.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.SignedTokens;
import org.visavis.access.AccessDecision.Admit;
import org.visavis.access.AccessPolicy;
import org.visavis.access.AccessRequest;
import org.visavis.access.AllowedOrigins;
import org.visavis.access.Role;
import org.visavis.access.TokenKeys;
import org.visavis.access.TokenRevocations;
import org.visavis.access.TokenVerifier;
import org.visavis.access.WrongTokens;
import org.visavis.protocol.ClientMessage;
import org.visavis.settings.AccessSettings;
import org.visavis.settings.Origin;
import org.visavis.settings.RoomRights;
import org.visavis.settings.SettingSources;
import org.visavis.settings.Settings;

/** The examples of docs/tokens.md and docs/rooms.md. */
class TokensDocsTest {
    @TempDir
    private Path folder;

    @Test
    void theCommandsMakeATokenThatIsAccepted() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), SignedTokens.SECRET + "\n");
        Process shell = new ProcessBuilder("bash", "-ec", DocBlock.named("tokens/openssl"))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String token = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, shell.waitFor());

        AccessSettings settings = read(Map.of("visavis.auth", "token", "visavis.token.keys", secret.toString()));
        InstantSource time = InstantSource.system();
        TokenKeys keys = TokenKeys.open(settings.tokens().keys(), () -> 0);
        TokenVerifier tokens = new TokenVerifier(keys, settings.tokens(), new TokenRevocations(1, time), time);
        AccessPolicy policy =
                new AccessPolicy(settings, new AllowedOrigins(Set.of()), tokens, new WrongTokens(() -> 0));
        AccessRequest request =
                AccessRequest.UNKNOWN.about("interview-7").with(new ClientMessage.Join(null, token, null));
        Admit admitted = assertInstanceOf(Admit.class, policy.decide(request));
        assertEquals("Ada", admitted.identity().name());
        assertEquals(Role.GUEST, admitted.identity().role());
        assertEquals(1, admitted.identity().grant().atOnce());
    }

    @Test
    void theRightsSayWhatThePageSays() throws Exception {
        RoomRights open = rights(DocBlock.named("rooms/open"));
        assertTrue(RoomRights.allow(open.open(), Set.of("staff"), "daily"));
        assertTrue(!RoomRights.allow(open.open(), Set.of("others"), "daily"));
        assertTrue(RoomRights.allow(open.join(), Set.of(), "daily"));
        RoomRights moderate = rights(DocBlock.named("rooms/moderate"));
        assertTrue(RoomRights.allow(moderate.moderate(), Set.of("teachers"), "class-1a"));
        assertTrue(!RoomRights.allow(moderate.moderate(), Set.of("teachers"), "daily"));
    }

    private static RoomRights rights(String text) throws Exception {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return read(settings).rooms();
    }

    private static AccessSettings read(Map<String, String> settings) {
        return Settings.read(SettingSources.none().with(Origin.FILE, settings)).access();
    }
}
