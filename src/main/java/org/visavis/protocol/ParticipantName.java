package org.visavis.protocol;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/**
 * What a participant may be called: text that others see, and that changes nothing around it. A name that a client says is
 * checked; one that the container knows is cleaned, so that no login fails because of it.
 */
public final class ParticipantName {
    /** The longest name that a client may say, in UTF-16 code units. */
    public static final int MAX_LENGTH = 64;

    /** The longest name of the container that is shown in full; distinguished names of LDAP are long. */
    private static final int MAX_KNOWN_LENGTH = 256;

    /** What composition makes one character of has no more than so many. Normalizing a long text may take very long. */
    private static final int MAX_DECOMPOSED = 4;

    /**
     * Control characters, unpaired surrogates (some containers fail to send them, others fail to receive them), separators of
     * lines and paragraphs, and the bidirectional controls of Unicode, which would turn around what stands beside the name.
     */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    /**
     * Everything but blanks, format characters, marks without anything to mark, Hangul fillers, the empty Braille pattern, and
     * code points that Unicode reserves for characters that are not shown.
     */
    private static final Pattern VISIBLE = Pattern.compile("[^\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}\\p{M}"
            + "\\u115F\\u1160\\u2065\\u2800\\u3164\\uFFA0\\uFFF0-\\uFFF8\\x{E0000}-\\x{E0FFF}]");

    private static final Pattern BLANKS_AROUND = Pattern.compile("^[\\s\\p{Z}\\uFEFF]+|[\\s\\p{Z}\\uFEFF]+$");

    private static final String REPLACEMENT = "\uFFFD";

    private ParticipantName() {}

    /**
     * The name as the others get it: in normalization form C, without blanks around it.
     *
     * @throws ProtocolException {@code invalid-message}
     */
    static String checked(String said) {
        String name = said.length() > MAX_LENGTH * MAX_DECOMPOSED ? said : normalized(said);
        if (name.isEmpty() || name.length() > MAX_LENGTH) {
            throw invalid("The name must have 1 to " + MAX_LENGTH + " characters.");
        }
        if (FORBIDDEN.matcher(name).find()) {
            throw invalid("The name must not contain control characters, or others that change the direction of text.");
        }
        if (!VISIBLE.matcher(name).find()) {
            throw invalid("The name must contain something that can be seen.");
        }
        return name;
    }

    /** A name that the container knows, with what cannot be shown replaced. */
    public static String cleaned(String known) {
        String name = normalized(known);
        String shortened = name.length() <= MAX_KNOWN_LENGTH ? name : name.substring(0, MAX_KNOWN_LENGTH) + "…";
        String clean = FORBIDDEN.matcher(shortened).replaceAll(REPLACEMENT);
        return VISIBLE.matcher(clean).find() ? clean : REPLACEMENT;
    }

    private static String normalized(String text) {
        return BLANKS_AROUND.matcher(Normalizer.normalize(text, Form.NFC)).replaceAll("");
    }

    private static ProtocolException invalid(String sentence) {
        return new ProtocolException(ErrorCode.INVALID_MESSAGE, sentence);
    }
}
