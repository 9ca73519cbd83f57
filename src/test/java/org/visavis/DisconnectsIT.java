package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Twenty clients of the page's own module, whose connections are cut at random, hear everything, in order and once. */
class DisconnectsIT extends DeployedWar {
    private static final int DISCONNECTS = 500;

    @Test
    void nothingIsLostAndNothingComesTwice() throws Exception {
        JsonObject result = disconnects(base, DISCONNECTS);
        assertEquals(0, result.getInt("lost"), result::toString);
        assertEquals(0, result.getInt("duplicated"), result::toString);
        assertEquals(0, result.getInt("freshJoins"), result::toString);
        assertTrue(result.getInt("disconnects") >= DISCONNECTS, result::toString);
        assertTrue(result.getInt("messages") > DISCONNECTS, result::toString);
    }

    /** What {@code src/test/js/disconnects.mjs} has found. */
    static JsonObject disconnects(URI base, int count) throws Exception {
        String output = Node.run(List.of("src/test/js/disconnects.mjs", base.toString(), Integer.toString(count)));
        int begin = output.lastIndexOf("{\"disconnects\"");
        assertTrue(begin >= 0, output);
        return Json.createReader(new StringReader(output.substring(begin))).readObject();
    }
}
