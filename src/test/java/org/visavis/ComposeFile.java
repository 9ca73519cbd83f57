package org.visavis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What docker-compose.yml says. */
public record ComposeFile(JsonNode content) {
    public static final Path PATH = Path.of("docker-compose.yml");

    public static ComposeFile read() throws IOException {
        return new ComposeFile(new YAMLMapper().readTree(Files.readString(PATH)));
    }

    public List<String> services() {
        List<String> names = new ArrayList<>();
        content.path("services").fieldNames().forEachRemaining(names::add);
        return names;
    }

    public JsonNode service(String name) {
        return content.path("services").path(name);
    }

    /** The command that tells whether a service is well; it runs within its container. */
    public List<String> healthCheck(String service) {
        List<String> words = new ArrayList<>();
        service(service).path("healthcheck").path("test").forEach(word -> words.add(word.asText()));
        if (words.isEmpty() || !words.remove(0).equals("CMD")) {
            throw new IllegalStateException(service + " has no health check that is a command");
        }
        return words;
    }
}
