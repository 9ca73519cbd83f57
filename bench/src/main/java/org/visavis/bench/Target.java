package org.visavis.bench;

import java.util.Optional;
import java.util.function.Function;

/**
 * A promise: a number that can be measured, and its bound.
 *
 * @param scenario which finds out
 */
record Target(
        String scenario,
        String sentence,
        Function<Results, Optional<Spread>> measured,
        Relation relation,
        double bound) {
    /** How the number must stand to the bound. */
    enum Relation {
        AT_MOST("at most"),
        LESS_THAN("less than"),
        AT_LEAST("at least");

        private final String words;

        Relation(String words) {
            this.words = words;
        }

        boolean holds(double value, double bound) {
            return this == AT_MOST ? value <= bound : this == LESS_THAN ? value < bound : value >= bound;
        }
    }

    /** What became of the promise. */
    enum Outcome {
        MET("met"),
        NOT_MET("**not met**"),
        NOT_MEASURED("not measured");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    Outcome outcome(Results results) {
        return measured.apply(results)
                .map(spread -> relation.holds(spread.median(), bound) ? Outcome.MET : Outcome.NOT_MET)
                .orElse(Outcome.NOT_MEASURED);
    }

    String limit() {
        return relation.words + " " + Table.round(bound);
    }
}
