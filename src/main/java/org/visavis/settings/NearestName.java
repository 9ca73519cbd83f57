package org.visavis.settings;

import java.util.Comparator;
import java.util.List;

/** What somebody may have meant who has misspelled a name. */
final class NearestName {
    private NearestName() {}

    /** The name with the smallest edit distance, of which the first if there are several. */
    static String to(String misspelled, List<String> names) {
        return names.stream()
                .min(Comparator.comparingInt(name -> distance(misspelled, name)))
                .orElseThrow();
    }

    /** How many characters must be inserted, deleted or replaced (Levenshtein), by rows of the usual table. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
