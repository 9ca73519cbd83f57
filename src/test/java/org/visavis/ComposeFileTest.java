package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No container engine is needed to see that docker-compose.yml is well-formed, and that it keeps its promises. */
class ComposeFileTest {
    /** {@code ${NAME}}, or with a default or a complaint as Compose knows them. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)([^}]*)}");

    private final ComposeFile file = ComposeFile.read();

    ComposeFileTest() throws IOException {}

    static List<String> services() throws IOException {
        return ComposeFile.read().services();
    }

    @Test
    void isWhatTheComposeSpecificationDescribes() throws IOException {
        assertEquals(Set.of(), validate(file.content()));
        ObjectNode wrong = file.content().deepCopy();
        ((ObjectNode) wrong.at("/services/visavis/healthcheck")).put("intervall", "10s");
        assertFalse(validate(wrong).isEmpty(), "the schema finds mistakes");
    }

    /** The schema calls itself one of 2019-09, and yet names its parts with the {@code id} of older drafts. */
    private static Set<ValidationMessage> validate(JsonNode content) throws IOException {
        JsonMetaSchema dialect = JsonMetaSchema.builder(JsonMetaSchema.getV201909())
                .keyword(new NonValidationKeyword("id"))
                .build();
        JsonSchemaFactory factory = JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(VersionFlag.V201909))
                .metaSchema(dialect)
                .build();
        try (InputStream stream = ComposeFileTest.class.getResourceAsStream("/compose/compose-spec.json")) {
            return factory.getSchema(stream).validate(content);
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void isWatchedAndComesBack(String service) {
        assertFalse(file.healthCheck(service).isEmpty());
        assertTrue(file.service(service).at("/healthcheck/timeout").isTextual(), "a check that hangs ends");
        assertEquals("unless-stopped", file.service(service).path("restart").asText());
    }

    @ParameterizedTest
    @MethodSource("services")
    void mayDoNoMoreThanItMust(String service) {
        JsonNode node = file.service(service);
        assertEquals("[\"ALL\"]", node.path("cap_drop").toString());
        assertEquals("[\"no-new-privileges:true\"]", node.path("security_opt").toString());
        assertTrue(node.path("read_only").asBoolean());
        assertTrue(node.path("privileged").isMissingNode());
    }

    /** Neither a secret nor the way to one has a default: without docker/up Compose stops with the sentence after {@code :?}. */
    @Test
    void theSecretComesFromOutsideOrNothingStarts() throws IOException {
        String text = Files.readString(ComposeFile.PATH);
        List<String> required = List.of("VISAVIS_HOST", "VISAVIS_TURN_SECRET_FILE");
        Matcher variables = VARIABLE.matcher(text);
        while (variables.find()) {
            assertTrue(required.contains(variables.group(1)), variables::group);
            assertTrue(variables.group(2).isEmpty() || variables.group(2).startsWith(":?"), variables::group);
        }
        for (String name : required) {
            assertTrue(text.contains("${" + name + ":?"), name);
        }
        JsonNode secret = file.content().at("/secrets/turn");
        assertEquals(1, secret.size());
        assertTrue(secret.path("file").asText().startsWith("${VISAVIS_TURN_SECRET_FILE:?"), secret::toString);
        for (String service : List.of("visavis", "coturn")) {
            assertEquals("[\"turn\"]", file.service(service).path("secrets").toString());
        }
        assertFalse(text.matches("(?is).*\\b\\w*(secret|password)\\w*\\s*[:=]\\s*\"?[a-z0-9]{8,}\"?\\s.*"));
        assertFalse(Files.readString(Path.of("docker/coturn/turnserver.conf")).contains("static-auth-secret"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void mountsWhatIsThere(String service) {
        for (JsonNode volume : file.service(service).path("volumes")) {
            String source = volume.isTextual()
                    ? volume.asText().split(":", -1)[0]
                    : volume.path("source").asText();
            if (source.startsWith("./docker/")) {
                assertTrue(Files.exists(Path.of(source)), source);
                assertTrue(volume.asText().endsWith(":ro"), source);
            }
        }
    }
}
