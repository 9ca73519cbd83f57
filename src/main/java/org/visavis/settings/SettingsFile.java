package org.visavis.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The file {@code visavis.properties} in the data folder: settings as properties, in UTF-8. */
public final class SettingsFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF"; // written by editors on Windows

    private SettingsFile() {}

    /**
     * Reads it; without the file nothing is set.
     *
     * @throws IllegalArgumentException with a sentence that says why it cannot be read
     */
    public static Map<String, String> read(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        Properties properties = new Properties();
        try {
            String text = Files.readString(file);
            properties.load(new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
        } catch (CharacterCodingException e) {
            throw invalid(file, "it is not in UTF-8", e);
        } catch (IOException e) {
            throw invalid(file, e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw invalid(file, "a backslash and a u in it are not followed by four hexadecimal digits", e);
        }
        if (properties.containsKey(Setting.DATA.key())) {
            throw invalid(file, Setting.DATA.key() + " cannot be in it, since it says where the file is", null);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty));
    }

    private static IllegalArgumentException invalid(Path file, String reason, Exception cause) {
        return new IllegalArgumentException("The file %s cannot be used: %s.".formatted(file, reason), cause);
    }
}
