package org.visavis.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParticipantNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada",
                "Ada Lovelace",
                "أدا",
                "می‌خواهم", // Persian, with a zero-width non-joiner
                "👩‍💻", // woman and computer, with a zero-width joiner
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC7F", // a flag, with tags
                "❤\uFE0F",
                "エイダ",
                "क्षि",
                "7",
                "?"
            })
    void takesNamesThatAreSeen(String name) {
        assertEquals(name, ParticipantName.checked(name));
        assertEquals(name, ParticipantName.cleaned(name));
    }

    @Test
    void composesCharactersAndTakesBlanksOff() {
        assertEquals("Zoë", ParticipantName.checked(" \t\u00A0Zoe\u0308\uFEFF\u3000\n"));
        assertEquals("Zoë", ParticipantName.cleaned(" Zoe\u0308 "));
        assertEquals("ë".repeat(64), ParticipantName.checked("e\u0308".repeat(64)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "\t\n",
                "\u00A0\u2003\u3000",
                "\u200B", // zero-width space
                "\u200C\u200D\u2060\uFEFF\u00AD",
                "\u0301\u20DD", // marks without a letter
                "\u034F\uFE0F\u180E",
                "\u115F\u1160\u3164\uFFA0", // Hangul fillers
                "\u2800", // an empty Braille pattern
                "\uDB40\uDC41", // a tag
                "\uDB40\uDD00" // a variation selector
            })
    void refusesNamesThatNobodySees(String name) {
        assertRefused(name);
        assertEquals("\uFFFD", ParticipantName.cleaned(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A\u0000da",
                "A\nda",
                "A\u007Fda",
                "A\u0085da",
                "A\u2028da",
                "A\u2029da",
                "A\uD800da",
                "A\uDC00da",
                "A\u061Cda",
                "A\u200Eda",
                "A\u200Fda",
                "A\u202Ada",
                "A\u202Eda",
                "A\u2066da",
                "A\u2069da"
            })
    void refusesNamesThatChangeWhatIsAroundThem(String name) {
        assertRefused(name);
        assertEquals("A\uFFFDda", ParticipantName.cleaned(name));
    }

    @Test
    void refusesNamesThatAreTooLong() {
        assertRefused("x".repeat(65));
        assertRefused("\u0958".repeat(64)); // which composition makes two characters of each
        assertRefused("e\u0308".repeat(30_000));
    }

    private static void assertRefused(String name) {
        ProtocolException e = assertThrows(ProtocolException.class, () -> ParticipantName.checked(name));
        assertEquals(ErrorCode.INVALID_MESSAGE, e.code());
    }
}
