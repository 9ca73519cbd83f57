package org.visavis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.FrameLocator;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.SignedTokens;
import org.visavis.TokenVisit;
import org.visavis.launcher.LaunchedWar;

/** Somebody is invited by a link with a token, which nobody else gets to see. */
@Tag("browser")
@Tag("standalone")
class TokenPageIT {
    @RegisterExtension
    final People people = new People();

    @TempDir
    private Path folder;

    @Test
    void aGuestComesByALink() throws Exception {
        try (LaunchedWar war = launched(Map.of("VISAVIS_ACCESS_LOG", "true"))) {
            JWTClaimsSet.Builder claims = SignedTokens.claims("interview");
            Person ada = people.person("Ada");
            String page = war.address().resolve("/webrtc.html?room=interview").toString();
            ada.opens(page + "#token="
                    + SignedTokens.signed(claims.claim("name", "Ada").claim("role", "guest")));
            ada.awaits("body[data-state=lobby]");
            assertEquals(page, ada.page().url());
            assertThat(ada.page().locator("#name")).hasValue("Ada");
            assertThat(ada.page().locator("#name")).hasAttribute("readonly", "");
            ada.joins();
            isGuest(ada, page);
            ada.photograph("guest");
            ada.page().reload();
            ada.awaits("body[data-state=call]");
            isGuest(ada, page);

            Person mallory = people.person("Mallory");
            mallory.opens(page + "#token=" + SignedTokens.signed(claims, "another secret of thirty-two bytes"));
            mallory.awaits("body[data-state=lobby]").knocks();
            mallory.isTold("invalid-token");
            mallory.photograph("invalid-token");

            war.terminate();
            assertFalse(war.exit().errors().contains("eyJ")); // how each token begins
            assertFalse(accessLog().contains("eyJ"));
        }
    }

    @Test
    void withoutALinkAPersonIsToldAtOnce() throws Exception {
        try (LaunchedWar war = launched(Map.of())) {
            Person grace = people.person("Grace").opens(war.address().resolve("/"), "interview");
            grace.isTold("token-required");
            grace.photograph("token-required");
        }
    }

    @Test
    void aSiteLetsItsVisitorsIn() throws Exception {
        try (HostSite site = new HostSite();
                LaunchedWar war = launched(Map.of("VISAVIS_EMBED_ORIGINS", site.origin()))) {
            URI base = war.address().resolve("/");
            String token = SignedTokens.signed(SignedTokens.claims("interview").claim("name", "Ada"));
            String portal = EmbeddingIT.example(base, "room=\"interview\" autojoin token=\"" + token + "\"");
            Person ada = people.person("Ada")
                    .mayComplain("asked another host, " + Pattern.quote(base.toString()))
                    .opens(site.serves("/portal.html", portal, Map.of()));
            FrameLocator frame = ada.page().frameLocator("visavis-call iframe");
            frame.locator("body[data-state=call]").waitFor();
            assertThat(frame.locator(".tile[data-self] .name")).hasText("Ada");
        }
    }

    private LaunchedWar launched(Map<String, String> more) throws Exception {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("VISAVIS_AUTH", "token");
        settings.put("VISAVIS_TOKEN_KEYS", TokenVisit.keys(folder).toString());
        return new LaunchedWar(folder, settings, List.of("--port", "0", "--verbose"));
    }

    private static void isGuest(Person ada, String page) {
        assertEquals(page, ada.page().url());
        assertThat(ada.page().locator("#link")).hasValue(page);
        assertThat(ada.page().locator(".tile[data-self] .guest")).isVisible();
        assertThat(ada.page().locator(".tile[data-self] .role")).isHidden();
    }

    private String accessLog() throws IOException {
        StringBuilder log = new StringBuilder();
        try (Stream<Path> files = Files.list(folder.resolve("data/logs"))) {
            for (Path file : files.toList()) {
                log.append(Files.readString(file));
            }
        }
        assertFalse(log.isEmpty());
        return log.toString();
    }
}
