package org.visavis.protocol;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/**
 * The rules for names of participants. Others see a name beside other text, so it must not disturb that text. A name from a
 * client is checked and may be refused. A name from the container is cleaned instead, so that no login fails because of it.
 */
public final class ParticipantName {
    /** Maximum length of a name from a client, in UTF-16 code units. */
    public static final int MAX_LENGTH = 64;

    /** Maximum length that is shown of a name from the container; distinguished names of LDAP are long. */
    private static final int MAX_KNOWN_LENGTH = 256;

    /** NFC composes at most this many code units into one. Texts too long even so are not normalized: it may take long. */
    private static final int MAX_DECOMPOSED = 4;

    /**
     * Characters that no name may contain: control characters, unpaired surrogates (some containers fail to send them,
     * others to receive them), line and paragraph separators, and Unicode's bidirectional controls, which would reorder the
     * text beside the name.
     */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    /**
     * A visible character: anything but blanks, control and format characters, surrogates, combining marks, Hangul fillers,
     * the empty Braille pattern, and code points that Unicode reserves for invisible characters.
     */
    private static final Pattern VISIBLE = Pattern.compile("[^\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}\\p{M}"
            + "\\u115F\\u1160\\u2065\\u2800\\u3164\\uFFA0\\uFFF0-\\uFFF8\\x{E0000}-\\x{E0FFF}]");

    private static final Pattern BLANKS_AROUND = Pattern.compile("^[\\s\\p{Z}\\uFEFF]+|[\\s\\p{Z}\\uFEFF]+$");

    private static final String REPLACEMENT = "\uFFFD";

    private ParticipantName() {}

    /**
     * The name as others see it: in normalization form C, without surrounding blanks.
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

    /** A name from the container. Characters that cannot be shown are replaced. */
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
