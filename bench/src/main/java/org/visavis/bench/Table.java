package org.visavis.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table in Markdown, and how its cells tell numbers. All columns but those of names are aligned to the right. */
final class Table {
    private final List<String> lines = new ArrayList<>();

    Table(int names, List<String> heads) {
        row(heads);
        String rule = Stream.iterate(0, column -> column + 1)
                .limit(heads.size())
                .map(column -> column < names ? "---" : "---:")
                .collect(Collectors.joining(" | ", "| ", " |"));
        lines.add(rule);
    }

    void row(List<String> cells) {
        lines.add(line(cells));
    }

    /** Takes over the row of an earlier table that begins with these cells, if there is one. */
    boolean keep(List<String> cells, String earlier) {
        String beginning = line(cells);
        return earlier.lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .map(lines::add)
                .isPresent();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Table::plain).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** On one line, and nothing in it is taken for Markdown's columns, for HTML or for the end of a marked place. */
    static String plain(String text) {
        return text.strip()
                .replaceAll("\\s+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("|", "\\|");
    }

    static String cell(Spread spread) {
        String median = number(spread.median());
        return spread.count() == 1 ? median : median + " (" + number(spread.min()) + " – " + number(spread.max()) + ")";
    }

    /** Three digits or more, as many as mean something. */
    static String number(double value) {
        double size = Math.abs(value);
        String digits = size == 0 || size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, digits, value);
    }

    /** A number that somebody has chosen: as it is, without zeros at its end. */
    static String round(double value) {
        return String.format(Locale.ROOT, "%,.6f", value).replaceFirst("\\.?0+$", "");
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
