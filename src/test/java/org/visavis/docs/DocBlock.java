package org.visavis.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A block of commands or configuration in the documentation.
 *
 * @param mark the comment right before it, such as {@code run: turn/coturn}; empty if there is none
 * @param text each line ends with a line feed
 */
public record DocBlock(Path page, int line, String mark, String text) {
    private static final String RUN = "run: ";

    /** All blocks of all pages. */
    static List<DocBlock> all() {
        List<DocBlock> blocks = new ArrayList<>();
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            Stream<Path> pages = Stream.concat(
                    Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("SECURITY.md"))
                            .filter(Files::exists),
                    docs.filter(file -> file.toString().endsWith(".md")).sorted());
            for (Path page : pages.toList()) {
                blocks.addAll(of(page, Files.readString(page)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return blocks;
    }

    static List<DocBlock> of(Path page, String markdown) {
        List<DocBlock> blocks = new ArrayList<>();
        Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .build()
                .parse(markdown)
                .accept(new AbstractVisitor() {
                    @Override
                    public void visit(FencedCodeBlock block) {
                        add(block, block.getLiteral());
                    }

                    @Override
                    public void visit(IndentedCodeBlock block) {
                        add(block, block.getLiteral());
                    }

                    private void add(Node node, String text) {
                        int line = node.getSourceSpans().get(0).getLineIndex() + 1;
                        blocks.add(new DocBlock(page, line, markBefore(node), text));
                    }
                });
        return blocks;
    }

    private static String markBefore(Node block) {
        return block.getPrevious() instanceof HtmlBlock html
                ? html.getLiteral()
                        .replaceAll("\\s+", " ")
                        .replaceFirst("^<!-- (.*) -->$", "$1")
                        .strip()
                : "";
    }

    /** The text of the block that has the mark {@code run: NAME}. A test that asks for it has to try it out. */
    public static String named(String name) {
        List<DocBlock> found =
                all().stream().filter(block -> block.name().equals(name)).toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " blocks have the mark \"run: " + name + "\": " + found);
        }
        return found.get(0).text();
    }

    /** The name in its mark; empty if the mark has none. */
    String name() {
        return mark.startsWith(RUN) ? mark.substring(RUN.length()) : "";
    }

    String place() {
        return page + ":" + line;
    }

    /**
     * Puts what is there in a test in the place of what the page has for its readers.
     *
     * @param pairs a part of the text, which must be in it, and what takes its place; and so on
     */
    static String replace(String text, String... pairs) {
        String result = text;
        for (int i = 0; i < pairs.length; i += 2) {
            if (!result.contains(pairs[i])) {
                throw new IllegalStateException("There is no \"" + pairs[i] + "\" in\n" + text);
            }
            result = result.replace(pairs[i], pairs[i + 1]);
        }
        return result;
    }
}
