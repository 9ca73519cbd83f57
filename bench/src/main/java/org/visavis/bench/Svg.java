package org.visavis.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws what plots consist of. By hand, since libraries for charts need fonts installed to measure text, which a JDK
 * without a screen need not have, and their whiskers reach as far up as down. On white, which is readable in a dark page.
 */
final class Svg {
    static final double WIDTH = 820;
    static final String INK = "#222";
    static final String GRID = "#ddd";

    /** Okabe and Ito's: told apart also by those who see red and green alike. The last two are again as the first. */
    static final List<String> COLOURS =
            List.of("#0072b2", "#56b4e9", "#e69f00", "#d55e00", "#009e73", "#0072b2", "#009e73");

    private static final double LETTER = 6.7; // of 12 px, on average; there is no font to measure
    private final StringBuilder elements = new StringBuilder();
    private final String title;

    Svg(String title) {
        this.title = title;
        text(WIDTH / 2, 22, "middle", title);
    }

    void rectangle(double x, double y, double width, double height, String colour) {
        add("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>", x, y, width, height, colour);
    }

    void line(double x1, double y1, double x2, double y2, String colour) {
        add("<path d=\"M%s %sL%s %s\" stroke=\"%s\"/>", x1, y1, x2, y2, colour);
    }

    void curve(List<double[]> points, String colour) {
        StringBuilder path = new StringBuilder();
        for (double[] point : points) {
            path.append(path.length() == 0 ? "M" : "L")
                    .append(number(point[0]))
                    .append(' ')
                    .append(number(point[1]));
        }
        add("<path d=\"%s\" stroke=\"%s\" stroke-width=\"2\" fill=\"none\"/>", path, colour);
    }

    void dot(double x, double y, String colour) {
        add("<circle cx=\"%s\" cy=\"%s\" r=\"3.5\" fill=\"%s\"/>", x, y, colour);
    }

    /** @param anchor start, middle or end: which part of the text is at x */
    void text(double x, double y, String anchor, String text) {
        add("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>", x, y, anchor, escape(text));
    }

    /** From low to high, with a stroke across each end. */
    void whisker(double x1, double y1, double x2, double y2) {
        double across = x1 == x2 ? 3 : 0;
        double along = 3 - across;
        line(x1, y1, x2, y2, INK);
        line(x1 - across, y1 - along, x1 + across, y1 + along, INK);
        line(x2 - across, y2 - along, x2 + across, y2 + along, INK);
    }

    /** Names beside squares of their colour; answers where the space below it begins. */
    double legend(Map<String, String> colours) {
        double x = 20;
        double y = 46;
        for (Map.Entry<String, String> entry : colours.entrySet()) {
            double width = 36 + LETTER * entry.getKey().length();
            if (x + width > WIDTH) {
                x = 20;
                y += 20;
            }
            rectangle(x, y - 10, 12, 12, entry.getValue());
            text(x + 18, y, "start", entry.getKey());
            x += width;
        }
        return y + 16;
    }

    static double widthOf(String text) {
        return LETTER * text.length();
    }

    String drawing(double height) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number(WIDTH) + "\" height=\"" + number(height)
                + "\" viewBox=\"0 0 " + number(WIDTH) + " " + number(height) + "\" role=\"img\">\n<title>"
                + escape(title)
                + "</title>\n<style>text{font:12px sans-serif;fill:" + INK
                + "}</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n" + elements + "</svg>\n";
    }

    private void add(String element, Object... values) {
        String text = element;
        for (Object value : values) {
            String written = value instanceof Double d ? number(d) : value.toString();
            int place = text.indexOf("%s");
            text = text.substring(0, place) + written + text.substring(place + 2);
        }
        elements.append(text).append('\n');
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
