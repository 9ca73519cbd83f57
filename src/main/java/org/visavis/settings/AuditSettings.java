package org.visavis.settings;

/**
 * The audit log.
 *
 * @param on whether there is one, if there is a data folder to keep it in
 * @param days how many days before today it is kept
 */
public record AuditSettings(boolean on, int days) {
    /** Ten years. */
    private static final int MAX_DAYS = 3_650;

    static AuditSettings read(SettingSources sources) {
        String value = sources.value(Setting.AUDIT);
        if (!value.equals("on") && !value.equals("off")) {
            throw Settings.invalid(Setting.AUDIT, value, "on or off");
        }
        return new AuditSettings(value.equals("on"), Settings.number(sources, Setting.AUDIT_DAYS, 1, MAX_DAYS));
    }
}
