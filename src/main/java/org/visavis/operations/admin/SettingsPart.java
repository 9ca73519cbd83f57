package org.visavis.operations.admin;

import jakarta.json.stream.JsonGenerator;
import java.util.Optional;
import org.visavis.settings.GivenSetting;
import org.visavis.settings.Setting;
import org.visavis.settings.SettingSources;

/** The settings in force and where each comes from. Secrets are not shown. */
public final class SettingsPart implements StatePart {
    private final SettingSources sources;
    private final boolean withLauncher;

    /** @param withLauncher whether to show also those that mean something to {@code java -jar} alone */
    public SettingsPart(SettingSources sources, boolean withLauncher) {
        this.sources = sources;
        this.withLauncher = withLauncher;
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeStartArray("settings");
        for (Setting setting : Setting.values()) {
            if (withLauncher || !setting.isForLauncher()) {
                Optional<GivenSetting> given = sources.find(setting);
                json.writeStartObject()
                        .write("name", setting.key())
                        .write("value", shown(setting, given))
                        .write(
                                "origin",
                                given.map(GivenSetting::origin)
                                        .map(Object::toString)
                                        .orElse("DEFAULT"))
                        .writeEnd();
            }
        }
        json.writeEnd();
    }

    /** The value; empty if there is none. */
    private static String shown(Setting setting, Optional<GivenSetting> given) {
        if (setting.isSecret()) {
            return given.isPresent() ? "•••" : "";
        }
        return given.map(GivenSetting::value).orElse(setting.usual());
    }
}
