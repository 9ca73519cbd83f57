package org.visavis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs the tests of those modules of the page that need no page, {@code src/test/js/*.test.mjs}. */
class PageModulesTest {
    @Test
    void pass() throws Exception {
        String output = Node.run(List.of("--test", "--test-reporter=tap", "src/test/js/*.test.mjs"));
        assertTrue(output.contains("\n# fail 0\n") && !output.contains("\n# pass 0\n"), output);
    }
}
