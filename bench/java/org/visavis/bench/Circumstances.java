package org.visavis.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Where and with what the scenarios were measured. They need not be of one run: a fact that differs is told with the
 * scenarios that it is of.
 */
final class Circumstances {
    private final Results results;

    Circumstances(Results results) {
        this.results = results;
    }

    String tables() {
        if (results.scenarios().isEmpty()) {
            return "Not measured yet.\n";
        }
        String facts = table("Fact", "Value", Results.Run::facts);
        boolean complete = results.scenarios().stream()
                .allMatch(scenario -> results.run(scenario).missing().isEmpty());
        return complete ? facts : facts + "\n" + table("Missing", "Reason", Results.Run::missing);
    }

    private String table(String name, String value, Function<Results.Run, Map<String, String>> part) {
        Map<String, Map<String, List<String>>> scenarios = new LinkedHashMap<>();
        for (String scenario : results.scenarios()) {
            part.apply(results.run(scenario))
                    .forEach((fact, text) -> scenarios
                            .computeIfAbsent(fact, any -> new LinkedHashMap<>())
                            .computeIfAbsent(text, any -> new ArrayList<>())
                            .add(scenario));
        }
        Table table = new Table(2, List.of(name, value));
        scenarios.forEach((fact, values) -> values.forEach((text, of) -> {
            boolean everywhere = of.size() == results.scenarios().size();
            table.row(List.of(fact, everywhere ? text : text + " (" + String.join(", ", of) + ")"));
        }));
        return table.toString();
    }
}
