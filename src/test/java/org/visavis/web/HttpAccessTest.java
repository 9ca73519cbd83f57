package org.visavis.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpAccessTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0, 10.0.0.0",
        "0:0:0:0:0:0:0:1, ::1",
        "[0:0:0:0:0:0:0:1], ::1",
        "0:0:0:0:0:0:0:0, ::",
        "2001:db8:0:0:0:0:0:7, 2001:db8::7",
        "2001:db8:0:0:1:0:0:0, 2001:db8:0:0:1::",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "fe80:0:0:0:1:2:3:40%eth0, fe80::1:2:3:40",
        "unix:, unix:"
    })
    void writesAddressesAsPeopleDo(String ofContainer, String usual) {
        assertEquals(usual, HttpAccess.shortForm(ofContainer));
    }

    @Test
    void leavesOutAnAddressThatNobodyKnows() {
        assertNull(HttpAccess.shortForm(null));
    }
}
