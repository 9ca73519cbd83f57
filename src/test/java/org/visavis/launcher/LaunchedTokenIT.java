package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.SignedTokens;
import org.visavis.TokenVisit;

/** {@code java -jar} admits people by their tokens. */
@Tag("standalone")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LaunchedTokenIT {
    @TempDir
    private Path folder;

    @Test
    void byAFileWithASecret() throws Exception {
        Map<String, String> settings = Map.of(
                "VISAVIS_AUTH",
                "token",
                "VISAVIS_TOKEN_KEYS",
                TokenVisit.keys(folder).toString());
        try (LaunchedWar war = new LaunchedWar(folder, settings, List.of("--port", "0", "--verbose"))) {
            new TokenVisit(war.address().resolve("/")).make();
            war.awaitError("is refused: the signature is wrong");
            war.terminate();
            String log = war.exit().errors();
            assertFalse(log.contains("eyJ"), log); // how each token begins
            assertFalse(log.contains(SignedTokens.SECRET), log);
        }
    }

    @Test
    void withoutKeysItDoesNotStart() throws Exception {
        Map<String, String> settings = Map.of("VISAVIS_AUTH", "token");
        try (LaunchedWar war = new LaunchedWar(folder, settings, List.of("--port", "0"))) {
            String errors = war.exit().errors();
            assertTrue(errors.contains("visavis.token.keys is missing"), errors);
        }
    }
}
