package org.visavis.settings;

/**
 * A setting that somebody has given.
 *
 * @param value as it was written, without space around it; never empty
 */
public record GivenSetting(Setting setting, String value, Origin origin) {
    /** Whether it says what holds without it as well. */
    boolean isUsual() {
        return value.equals(setting.usual());
    }

    /** One line that may be shown: name, value unless it is a secret, origin. */
    public String line() {
        String shown = setting.isSecret() ? "(secret)" : value;
        return "%s = %s (%s)".formatted(setting.key(), shown, origin.title());
    }

    /** Omits a secret, since records are printed and logged. */
    @Override
    public String toString() {
        return line();
    }
}
