package org.visavis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.visavis.Deployments;

/** The page that hands out the CA, on screens of all kinds. */
@Tag("browser")
@Tag("standalone")
class TrustPageIT {
    @RegisterExtension
    final People people = new People();

    static Stream<Map.Entry<String, Equipment>> screens() {
        return Stream.of(
                Map.entry("desktop", Equipment.COMPLETE),
                Map.entry("dark", Equipment.COMPLETE.inDark()),
                Map.entry("phone", Equipment.PHONE));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void isWithoutBarriers(Map.Entry<String, Equipment> screen) {
        try (ExecutableWar war =
                new ExecutableWar(List.of(), "--port", "0", "--https-port", "any", "--stun-port", "0")) {
            Person ada = people.person("Ada", screen.getValue()).opens(war.base() + "trust.html");
            ada.awaits("#fingerprint:not(:empty)");
            ada.page()
                    .evaluate("() => document.querySelectorAll('details').forEach((steps) => { steps.open = true; })");
            ada.photograph("trust-" + screen.getKey());
            ada.looksForBarriers("trust " + screen.getKey());
            assertThat(ada.page().locator("#version")).hasText("Visavis " + Deployments.version());
            assertThat(ada.page().locator("#page"))
                    .hasAttribute("href", Pattern.compile("https://localhost:\\d+/webrtc\\.html"));
        }
    }

    @Test
    void saysThatThereIsNothingToImport() {
        try (ExecutableWar war = new ExecutableWar(0)) {
            Person ada = people.person("Ada").opens(war.base() + "trust.html");
            assertThat(ada.page().locator("#none")).isVisible();
            assertThat(ada.page().locator("#some")).isHidden();
            ada.looksForBarriers("trust without a CA");
        }
    }
}
