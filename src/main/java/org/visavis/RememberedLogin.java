package org.visavis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.visavis.data.DataFolder;
import org.visavis.data.OwnerOnly;
import org.visavis.settings.Setting;
import org.visavis.settings.SettingSources;

/**
 * Remembers in the data folder that a login or a token was required. A setting may get lost, for instance with the file
 * that Tomcat deletes when the WAR is removed, and without it anybody could come in.
 */
final class RememberedLogin {
    private static final String CONTENT = "Visavis has asked for a login, and will not do without unless told so.\n";

    private final Path file;

    RememberedLogin(DataFolder data) {
        file = data.path().resolve("login-required");
    }

    /** @throws IllegalArgumentException if one was asked for, and nobody has said that it is not any more */
    void check(SettingSources sources, boolean required) {
        try {
            if (required) {
                if (!Files.exists(file)) {
                    OwnerOnly.write(file, CONTENT.getBytes(StandardCharsets.UTF_8));
                }
            } else if (sources.find(Setting.AUTH).isPresent()) {
                Files.deleteIfExists(file);
            } else if (Files.exists(file)) {
                throw new IllegalArgumentException(
                        "The setting visavis.auth is missing, but with this data folder (" + file.getParent()
                                + ") a login or a token was required. Set it again; or, if anybody may join, set it to"
                                + " 'open'.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
