package org.visavis.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each block of commands or configuration in the documentation is run by a test, or says why it is not. */
class DocsCommandsTest {
    private static final Pattern CLAIM = Pattern.compile("DocBlock\\.named\\(\\s*\"([^\"]+)\"");
    private static final Pattern MARK = Pattern.compile("run: [a-z0-9/-]+|not run: .{6,}");

    @Test
    void eachBlockIsRunOrSaysWhyNot() {
        List<String> unmarked = DocBlock.all().stream()
                .filter(block -> !MARK.matcher(block.mark()).matches())
                .map(block -> block.place() + " has the mark \"" + block.mark() + "\"")
                .toList();
        assertEquals(List.of(), unmarked, "each needs <!-- run: NAME --> or <!-- not run: REASON --> right before it");
    }

    @Test
    void aTestRunsEachBlockThatIsSaidToBeRun() throws IOException {
        List<String> names = DocBlock.all().stream()
                .map(DocBlock::name)
                .filter(name -> !name.isEmpty())
                .sorted()
                .toList();
        assertEquals(List.copyOf(claims()), names);
    }

    private static Set<String> claims() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Set<String> claims = new TreeSet<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                claims.addAll(CLAIM.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .collect(Collectors.toSet()));
            }
            return claims;
        }
    }

    @Test
    void findsBlocksInListsAndTheirMarks() {
        String page = """
                # A page

                    unmarked

                1. An item.

                   <!-- run: a/b -->

                       indented
                       twice

                <!-- not run: it needs
                     another world -->
                ```sh
                fenced
                ```
                """;
        assertEquals(
                List.of(
                        new DocBlock(Path.of("x.md"), 3, "", "unmarked\n"),
                        new DocBlock(Path.of("x.md"), 9, "run: a/b", "indented\ntwice\n"),
                        new DocBlock(Path.of("x.md"), 14, "not run: it needs another world", "fenced\n")),
                DocBlock.of(Path.of("x.md"), page));
    }
}
