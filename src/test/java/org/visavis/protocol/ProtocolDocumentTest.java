package org.visavis.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** PROTOCOL.md says what the server does: its examples go through the codec, its table of errors is the enum. */
class ProtocolDocumentTest {
    private static final Pattern EXAMPLE = Pattern.compile("```json (client|server)\n(.*?)\n```", Pattern.DOTALL);

    private static final Pattern ERROR =
            Pattern.compile("^\\| `([a-z-]+)` \\| (\\d{4}) \\| (yes|no) \\| .+ \\|$", Pattern.MULTILINE);

    private final String document = Files.readString(Path.of("PROTOCOL.md"));
    private final MessageCodec codec = new MessageCodec();

    ProtocolDocumentTest() throws IOException {}

    @Test
    void everyMessageHasAnExampleAndAHeading() {
        for (String direction : List.of("client", "server")) {
            Set<String> shown = examples(direction).stream()
                    .map(ProtocolDocumentTest::typeOf)
                    .collect(Collectors.toSet());
            assertEquals(types(direction).keySet(), shown, direction);
            shown.forEach(type -> assertTrue(document.contains("### `" + type + "`\n"), type));
        }
    }

    @Test
    void theServerUnderstandsEachExampleOfAClient() {
        for (String example : examples("client")) {
            ClientMessage message = codec.decode(example);
            assertEquals(types("client").get(typeOf(example)), message.getClass(), example);
            if (message instanceof ClientMessage.Signal signal) {
                assertEquals(parse(example).get("data"), parse(signal.data()));
            }
        }
    }

    @Test
    void theServerSaysEachOfItsExamplesJustSo() {
        Jsonb jsonb = JsonbBuilder.create();
        for (String example : examples("server")) {
            JsonObject expected = parse(example);
            ServerMessage message = typeOf(example).equals("signal")
                    ? new ServerMessage.Signal(
                            expected.getInt("seq"),
                            expected.getString("from"),
                            expected.get("data").toString())
                    : jsonb.fromJson(example, ServerMessage.class);
            assertEquals(expected, parse(codec.encode(message)));
        }
    }

    @Test
    void theTableOfErrorsIsComplete() {
        Map<String, String> documented = ERROR.matcher(document)
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2) + " " + row.group(3)));
        Map<String, String> real = Arrays.stream(ErrorCode.values())
                .collect(Collectors.toMap(
                        ErrorCode::code, error -> error.closeCode() + (error.closes() ? " yes" : " no")));
        assertEquals(new TreeMap<>(real), new TreeMap<>(documented));
        JsonObject example = parse(examples("server").stream()
                .filter(text -> typeOf(text).equals("error"))
                .findFirst()
                .orElseThrow());
        assertEquals(ErrorCode.UNKNOWN_RECIPIENT.sentence(), ((JsonString) example.get("message")).getString());
    }

    @Test
    void theLimitsAreThoseOfTheCode() {
        assertLimit("nesting in a message", MessageCodec.MAX_DEPTH + " levels");
        assertLimit("a participant's name", "1 to " + ParticipantName.MAX_LENGTH + " characters");
    }

    private void assertLimit(String what, String limit) {
        assertTrue(document.contains("| " + what + " | " + limit), what + ": " + limit);
    }

    private List<String> examples(String direction) {
        return EXAMPLE.matcher(document)
                .results()
                .filter(found -> found.group(1).equals(direction))
                .map(found -> found.group(2))
                .toList();
    }

    private static Map<String, Class<?>> types(String direction) {
        Class<?> messages = direction.equals("client") ? ClientMessage.class : ServerMessage.class;
        return Arrays.stream(messages.getAnnotation(JsonbTypeInfo.class).value())
                .collect(Collectors.toMap(JsonbSubtype::alias, JsonbSubtype::type));
    }

    private static String typeOf(String example) {
        return parse(example).getString("type");
    }

    private static JsonObject parse(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
