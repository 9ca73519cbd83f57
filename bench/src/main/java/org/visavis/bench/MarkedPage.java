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

    String get(String place) {
        return text.substring(begin(place), end(place));
    }

    void put(String place, String content) {
        text = text.substring(0, begin(place)) + "\n" + content.strip() + "\n" + text.substring(end(place));
    }

    private int begin(String place) {
        String marker = "<!-- results:" + place + " -->";
        return position(marker, 0) + marker.length();
    }

    private int end(String place) {
        return position("<!-- /results:" + place + " -->", begin(place));
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
