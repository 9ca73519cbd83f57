package org.visavis.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.visavis.settings.ServerLimits;

/** The table of docs/operations.md says how many connections Visavis allows. */
class SizesDocsTest {
    private static final Pattern ROW = Pattern.compile("\\| `-Xmx(\\d+)([mg])` \\| ([\\d,]+) \\| ([\\d,]+) \\|");

    @Test
    void theConnectionsAreThoseThatTheServerAllows() throws IOException {
        List<MatchResult> rows = ROW.matcher(Files.readString(Path.of("docs/operations.md")))
                .results()
                .toList();
        assertEquals(4, rows.size());
        for (MatchResult row : rows) {
            long heap = Long.parseLong(row.group(1)) << (row.group(2).equals("g") ? 30 : 20);
            // StartCommand counts 192 KiB for a connection with TLS.
            assertEquals(rounded(heap / (192 << 10)), number(row.group(3)), row.group());
            assertEquals(rounded(ServerLimits.forHeap(heap).connections()), number(row.group(4)), row.group());
        }
    }

    private static long number(String text) {
        return Long.parseLong(text.replace(",", ""));
    }

    /** To three digits, downwards. */
    private static long rounded(long number) {
        long unit = 1;
        while (number / unit >= 1000) unit *= 10;
        return number / unit * unit;
    }
}
