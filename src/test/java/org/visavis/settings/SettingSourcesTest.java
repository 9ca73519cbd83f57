package org.visavis.settings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingSourcesTest {
    private SettingSources sources = SettingSources.none();

    @Test
    void theStrongestSourceCounts() {
        List<Origin> weakestFirst = new ArrayList<>(List.of(Origin.values()));
        Collections.reverse(weakestFirst);
        for (Origin origin : weakestFirst) {
            set(origin, origin.nameOf(Setting.HOST), origin.title());
            assertEquals(origin.title(), sources.value(Setting.HOST));
        }
        assertEquals(
                List.of("OPTION", "SYSTEM_PROPERTY", "ENVIRONMENT", "FILE", "CONTEXT_PARAMETER", "LAUNCHER"),
                List.of(Origin.values()).stream().map(Enum::name).toList());
    }

    @Test
    void withoutASourceTheDefaultHolds() {
        assertEquals("16", sources.value(Setting.ROOM_CAPACITY));
        assertNull(sources.value(Setting.CONNECTIONS));
        assertNull(sources.value(Setting.ICE_URLS));
    }

    @Test
    void anEmptyValueIsNone() {
        set(Origin.ENVIRONMENT, "VISAVIS_AUTH", " ");
        set(Origin.FILE, "visavis.auth", " container ");
        assertEquals("container", sources.value(Setting.AUTH));
    }

    @Test
    void saysWhatIsChangedAndWhereAndKeepsSecrets() {
        set(Origin.ENVIRONMENT, "VISAVIS_ROOM_CAPACITY", "8");
        set(Origin.SYSTEM_PROPERTY, "visavis.turn.secret", "open sesame");
        set(Origin.FILE, "visavis.auth", "open");
        set(Origin.LAUNCHER, "visavis.stun.port", "3478");
        assertEquals(
                List.of("visavis.room.capacity = 8 (environment)", "visavis.turn.secret = (secret) (system property)"),
                sources.changed().stream().map(GivenSetting::line).toList());
        assertEquals(
                "[visavis.room.capacity = 8 (environment), visavis.turn.secret = (secret) (system property)]",
                sources.changed().toString());
    }

    @Test
    void tellsWhatIsForTheLauncherAlone() {
        set(Origin.ENVIRONMENT, "VISAVIS_PORT", "6655"); // the default, too
        set(Origin.FILE, "visavis.keystore.password", "open sesame");
        assertEquals(
                "[visavis.port = 6655 (environment), visavis.keystore.password = (secret) (visavis.properties)]",
                sources.forLauncher().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "SYSTEM_PROPERTY, visavis.auht, system property, visavis.auth",
        "ENVIRONMENT, VISAVIS_ROOM_CAPACTIY, environment, VISAVIS_ROOM_CAPACITY",
        "FILE, auth, visavis.properties, visavis.auth",
        "CONTEXT_PARAMETER, visavis.ice.url, context parameter, visavis.ice.urls",
    })
    void refusesANameThatIsNone(Origin origin, String name, String title, String nearest) {
        set(origin, name, "x");
        assertEquals(
                "There is no setting " + name + " (" + title + "); did you mean " + nearest + "?",
                assertThrows(IllegalArgumentException.class, sources::refuseUnknown)
                        .getMessage());
    }

    @Test
    void leavesTheNamesOfOthersAlone() {
        set(Origin.SYSTEM_PROPERTY, "java.io.tmpdir", "/tmp");
        set(Origin.ENVIRONMENT, "PATH", "/bin");
        set(Origin.CONTEXT_PARAMETER, "org.apache.tomcat.websocket.textBufferSize", "256");
        assertDoesNotThrow(sources::refuseUnknown);
    }

    /** What is in each pod of a namespace with services called visavis and visavis-web. */
    @Test
    void takesNoVariableOfKubernetesForASetting() {
        sources = sources.with(
                Origin.ENVIRONMENT,
                Map.of(
                        "VISAVIS_SERVICE_HOST", "10.0.0.7",
                        "VISAVIS_SERVICE_PORT", "80",
                        "VISAVIS_SERVICE_PORT_HTTP", "80",
                        "VISAVIS_PORT", "tcp://10.0.0.7:80",
                        "VISAVIS_PORT_80_TCP", "tcp://10.0.0.7:80",
                        "VISAVIS_PORT_80_TCP_ADDR", "10.0.0.7",
                        "VISAVIS_WEB_SERVICE_HOST", "10.0.0.8",
                        "VISAVIS_WEB_PORT", "tcp://10.0.0.8:80"));
        assertDoesNotThrow(sources::refuseUnknown);
        assertEquals("6655", sources.value(Setting.PORT));
    }

    private void set(Origin origin, String name, String value) {
        sources = sources.with(origin, Map.of(name, value));
    }
}
