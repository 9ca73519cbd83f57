package org.visavis.bench;

/**
 * A page in Markdown of which people write all but the places between {@code <!-- results:NAME -->} and
 * {@code <!-- /results:NAME -->}.
 */
final class MarkedPage {
    private final String name;
    private String text;

    /** @param name what people call the page, for complaints */
    MarkedPage(String name, String text) {
        this.name = name;
        this.text = text;
    }

    void put(String place, String content) {
        String begin = "<!-- results:" + place + " -->";
        String end = "<!-- /results:" + place + " -->";
        int from = position(begin, 0) + begin.length();
        int to = position(end, from);
        text = text.substring(0, from) + "\n" + content.strip() + "\n" + text.substring(to);
    }

    private int position(String marker, int from) {
        int position = text.indexOf(marker, from);
        if (position < 0) {
            String where = from == 0 ? "" : " behind its beginning";
            throw new IllegalArgumentException(
                    name + " has no marker " + marker + where + "; put it where it belongs.");
        }
        return position;
    }

    @Override
    public String toString() {
        return text;
    }
}
