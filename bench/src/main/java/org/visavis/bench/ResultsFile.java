package org.visavis.bench;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Results as JSON: an object a scenario, with the circumstances of its run and a list of its series. */
final class ResultsFile {
    private ResultsFile() {}

    static void write(Path file, Results results) throws IOException {
        JsonObjectBuilder scenarios = Json.createObjectBuilder();
        results.scenarios().forEach(scenario -> scenarios.add(scenario, scenario(results, scenario)));
        Files.createDirectories(file.toAbsolutePath().getParent());
        // Aside first: a run that is interrupted here must not cost what the earlier ones have found.
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(Files.newBufferedWriter(part))) {
            writer.write(scenarios.build());
        }
        Files.move(part, file, REPLACE_EXISTING);
    }

    private static JsonObjectBuilder scenario(Results results, String scenario) {
        JsonArrayBuilder samples = Json.createArrayBuilder();
        for (Series series : results.series(scenario)) {
            samples.add(Json.createObjectBuilder()
                    .add("setup", series.setup())
                    .add("contender", series.contender())
                    .add("metric", series.metric())
                    .add("values", Json.createArrayBuilder(results.values(series))));
        }
        Results.Run run = results.run(scenario);
        return Json.createObjectBuilder()
                .add("facts", texts(run.facts()))
                .add("missing", texts(run.missing()))
                .add("samples", samples);
    }

    private static JsonObjectBuilder texts(Map<String, String> texts) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        texts.forEach(object::add);
        return object;
    }

    static void read(Path file, Results results) throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
            JsonObject scenarios = reader.readObject();
            for (String name : scenarios.keySet()) {
                JsonObject scenario = scenarios.getJsonObject(name);
                Results.Run run = new Results.Run(texts(scenario, "facts"), texts(scenario, "missing"));
                results.restore(name, run, samples(name, scenario));
            }
        }
    }

    private static Map<Series, List<Double>> samples(String name, JsonObject scenario) {
        Map<Series, List<Double>> samples = new LinkedHashMap<>();
        for (JsonObject sample : scenario.getJsonArray("samples").getValuesAs(JsonObject.class)) {
            Series series = new Series(
                    name, sample.getString("setup"), sample.getString("contender"), sample.getString("metric"));
            samples.put(
                    series,
                    sample.getJsonArray("values").getValuesAs(JsonNumber.class).stream()
                            .map(JsonNumber::doubleValue)
                            .collect(Collectors.toList()));
        }
        return samples;
    }

    private static Map<String, String> texts(JsonObject scenario, String member) {
        Map<String, String> texts = new LinkedHashMap<>();
        JsonObject object = scenario.getJsonObject(member);
        object.keySet().forEach(name -> texts.put(name, object.getString(name)));
        return texts;
    }
}
