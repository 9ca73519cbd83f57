package org.visavis.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCodecTest {
    private final MessageCodec codec = new MessageCodec();

    @Test
    void readsEachMessage() {
        assertEquals(new ClientMessage.Join("Ada", null, null), codec.decode("{\"type\":\"join\",\"name\":\" Ada \"}"));
        assertEquals(
                new ClientMessage.Status(new ParticipantStatus(true, false, null, null), null),
                codec.decode("{\"type\":\"status\",\"status\":{\"microphone\":true,\"camera\":false,\"mood\":7}}"));
        assertEquals(new ClientMessage.Leave(), codec.decode("{\"type\":\"leave\"}"));
        assertEquals(new ClientMessage.Ping(), codec.decode("{\"type\":\"ping\"}"));
    }

    @Test
    void readsWhatOneComesBackWithAndTheNumbersOfMessages() {
        assertEquals(
                new ClientMessage.Join("Ada", null, new ClientMessage.Resume("secret", 7L)),
                codec.decode("{\"type\":\"join\",\"name\":\"Ada\",\"resume\":{\"secret\":\"secret\",\"seq\":7}}"));
        assertEquals(
                new ClientMessage.Signal(null, "{\"number\":2}", 9007199254740991L),
                codec.decode("{\"type\":\"signal\",\"data\":{\"number\":2},\"number\":9007199254740991}"));
        assertEquals(
                new ClientMessage.Status(new ParticipantStatus(null, null, null, true), 3L),
                codec.decode("{\"type\":\"status\",\"status\":{\"hand\":true},\"number\":3}"));
        assertEquals(
                new ClientMessage.Signal(null, "{}", null),
                codec.decode("{\"type\":\"signal\",\"data\":{},\"number\":null}"));
    }

    @Test
    void findsTheTypeWhereverItStandsAndIgnoresWhatItDoesNotKnow() {
        assertEquals(
                new ClientMessage.Join("Ada", null, null),
                codec.decode("{\"future\":{\"a\":[1,{\"type\":\"leave\"}]},\"name\":\"Ada\",\"type\":\"join\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{ }",
                "{\"description\":{\"type\":\"offer\",\"sdp\":\"v=0\\r\\n\"}}",
                "{ \"a\" : [ 1.0 , -0e7, {\"to\":\"x\"} ] ,\n\t\"b\":null }",
                "{\"emoji\":\"\uD83D\uDE00 \\ud83d é\",\"}\":\"{\"}"
            })
    void passesDataOnAsTheTextItIs(String data) {
        for (String text : List.of(
                "{\"type\":\"signal\",\"data\":" + data + "}",
                "{\"type\":\"signal\",\"data\" :  " + data + " , \"after\":[1]}",
                "{\"data\":" + data + ",\"type\":\"signal\"}")) {
            assertEquals(new ClientMessage.Signal(null, data, null), codec.decode(text));
        }
    }

    @Test
    void passesLargeDataOnAsTheTextItIs() {
        String data =
                "{\"sdp\":\"" + "é\\r\\n\uD83D\uDE00".repeat(6_000) + "\",\"more\":[" + "1,".repeat(9_000) + "2]}";
        String text =
                "{\"type\":\"signal\",\"filler\":\"" + "x".repeat(5_000) + "\",\"data\":" + data + ",\"to\":\"b\"}";
        assertEquals(new ClientMessage.Signal("b", data, null), codec.decode(text));
    }

    @Test
    void ofTwoMembersTheLastCounts() {
        assertEquals(
                new ClientMessage.Signal("b", "{\"x\":2}", null),
                codec.decode("{\"type\":\"ping\",\"to\":\"a\",\"data\":{\"x\":1},\"type\":\"signal\",\"to\":\"b\","
                        + "\"data\":{\"x\":2}}"));
    }

    @Test
    void writesPongsWithAndWithoutNumber() {
        assertEquals("{\"type\":\"pong\"}", codec.encode(new ServerMessage.Pong(null)));
        assertEquals("{\"type\":\"pong\",\"received\":7}", codec.encode(new ServerMessage.Pong(7L)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    null                                            | invalid-json
                    []                                              | invalid-json
                    42                                              | invalid-json
                    "join"                                          | invalid-json
                    {                                               | invalid-json
                    {"type":"ping"                                  | invalid-json
                    {"type":"ping"} x                               | invalid-json
                    {"type":"ping"}{"type":"ping"}                  | invalid-json
                    {'type':'ping'}                                 | invalid-json
                    {"type":"ping",}                                | invalid-json
                    {"type":"signal","data":{"a":}}                 | invalid-json
                    {"type":"signal","data":{"a":01}}               | invalid-json
                    {"type":"signal","data":{"a":"\\x"}}            | invalid-json
                    {}                                              | unknown-type
                    {"type":null}                                   | unknown-type
                    {"type":7}                                      | unknown-type
                    {"type":{"type":"ping"}}                        | unknown-type
                    {"type":"Join","name":"Ada"}                    | unknown-type
                    {"type":"welcome"}                              | unknown-type
                    {"type":"join","name":5}                        | invalid-message
                    {"type":"join","name":["Ada"]}                  | invalid-message
                    {"type":"join","name":{"first":"Ada"}}          | invalid-message
                    {"type":"join","name":"  "}                     | invalid-message
                    {"type":"join","name":"A\\u0000da"}             | invalid-message
                    {"type":"join","name":"A\\u2028da"}             | invalid-message
                    {"type":"join","name":"A\\ud800da"}             | invalid-message
                    {"type":"signal"}                               | invalid-message
                    {"type":"signal","data":null}                   | invalid-message
                    {"type":"signal","data":"text"}                 | invalid-message
                    {"type":"signal","data":[{}]}                   | invalid-message
                    {"type":"signal","to":7,"data":{}}              | invalid-message
                    {"type":"signal","to":{"id":"a"},"data":{}}     | invalid-message
                    {"type":"signal","data":{},"number":"1"}        | invalid-message
                    {"type":"signal","data":{},"number":1.5}        | invalid-message
                    {"type":"signal","data":{},"number":0}          | invalid-message
                    {"type":"signal","data":{},"number":1e999999999}| invalid-message
                    {"type":"signal","data":{},"number":[1]}        | invalid-message
                    {"type":"status","status":{},"number":"1"}      | invalid-message
                    {"type":"status","status":{},"number":1.5}      | invalid-message
                    {"type":"status","status":{},"number":-1}       | invalid-message
                    {"type":"join","name":"Ada","resume":"secret"}  | invalid-message
                    {"type":"join","name":"Ada","resume":{}}        | invalid-message
                    {"type":"join","resume":{"secret":"s"}}         | invalid-message
                    {"type":"join","resume":{"secret":"s","seq":"1"}}| invalid-message
                    {"type":"join","resume":{"secret":7,"seq":1}}   | invalid-message
                    {"type":"status"}                               | invalid-message
                    {"type":"status","status":null}                 | invalid-message
                    {"type":"status","status":[]}                   | invalid-message
                    {"type":"status","status":"on"}                 | invalid-message
                    {"type":"status","status":{"hand":"yes"}}       | invalid-message
                    {"type":"status","status":{"hand":"true"}}      | invalid-message
                    {"type":"status","status":{"hand":1}}           | invalid-message
                    {"type":"status","status":{"hand":{}}}          | invalid-message
                    """)
    void answersBadInputWithAStableCode(String text, String code) {
        assertCode(code, text.strip());
    }

    /** Of more digits, or a larger exponent, than JSON-P computes; wherever it stands. */
    @ParameterizedTest
    @MethodSource("absurdNumbers")
    void answersNumbersThatCannotBeComputed(String number) {
        assertCode("invalid-message", "{\"type\":\"signal\",\"data\":{},\"number\":" + number + "}");
        assertCode("invalid-message", "{\"type\":\"status\",\"status\":{},\"number\":" + number + "}");
        assertCode("invalid-message", "{\"type\":\"status\",\"status\":" + number + "}");
        assertCode("invalid-message", "{\"type\":\"status\",\"status\":{\"hand\":" + number + "}}");
        assertCode("invalid-message", "{\"type\":\"join\",\"name\":" + number + "}");
        assertCode("invalid-message", "{\"type\":\"join\",\"resume\":{\"secret\":\"s\",\"seq\":" + number + "}}");
        assertCode("unknown-type", "{\"type\":" + number + "}");
        assertNull(codec.typeOf("{\"type\":" + number + "}"));
        assertEquals("x", codec.typeOf("{\"type\":\"x\",\"number\":" + number + "}"));
        String data = "{\"a\":" + number + "}";
        assertEquals(
                new ClientMessage.Signal(null, data, null),
                codec.decode("{\"type\":\"signal\",\"unknown\":" + number + ",\"data\":" + data + "}"));
        codec.decode("{\"type\":\"status\",\"status\":{\"unknown\":" + number + "},\"unknown\":" + number + "}");
        codec.decode("{\"type\":\"ping\",\"number\":" + number + "}");
    }

    static List<String> absurdNumbers() {
        return List.of(
                "9".repeat(1_200),
                "-" + "9".repeat(60_000),
                "0." + "1".repeat(1_200),
                "1e99999999999",
                "1e-99999999999",
                "1e" + "9".repeat(1_200),
                "1e2147483648",
                "9223372036854775808");
    }

    @Test
    void answersEmptyTextAndLongNamesWithAStableCode() {
        assertCode("invalid-json", "");
        assertCode("invalid-json", "\uFEFF{\"type\":\"ping\"}");
        codec.decode("{\"type\":\"join\",\"name\":\"" + "x".repeat(64) + "\"}");
        assertCode("invalid-message", "{\"type\":\"join\",\"name\":\"" + "x".repeat(65) + "\"}");
    }

    @Test
    void bearsNestingUpToItsLimit() {
        codec.decode(nested(MessageCodec.MAX_DEPTH));
        assertCode("invalid-json", nested(MessageCodec.MAX_DEPTH + 1));
        assertCode("invalid-json", nested(30_000));
        assertCode("invalid-json", "[".repeat(60_000));
    }

    private static String nested(int depth) {
        int arrays = depth - 2;
        return "{\"type\":\"signal\",\"data\":{\"a\":" + "[".repeat(arrays) + "]".repeat(arrays) + "}}";
    }

    @Test
    void neverQuotesInternals() {
        ProtocolException e = assertThrows(
                ProtocolException.class, () -> codec.decode("{\"type\":\"status\",\"status\":{\"hand\":[]}}"));
        assertEquals(ErrorCode.INVALID_MESSAGE.sentence(), e.getMessage());
    }

    @Test
    void tellsTheTypeOfAnyText() {
        assertEquals("offer", codec.typeOf("{\"sdp\":\"…\",\"type\":\"offer\"}"));
        assertNull(codec.typeOf("{\"candidate\":1}"));
        assertNull(codec.typeOf("hello"));
    }

    @Test
    void leavesOutWhatIsNotSaid() {
        assertEquals(
                "{\"type\":\"peer-joined\",\"peer\":{\"id\":\"a\",\"name\":\"Ada\",\"role\":\"participant\",\"status\":{},\"verified\":true},\"seq\":3}",
                codec.encode(new ServerMessage.PeerJoined(
                        3, new ServerMessage.Peer("a", "Ada", true, "participant", ParticipantStatus.UNKNOWN))));
    }

    @Test
    void knowsEveryMessageOfBothDirections() {
        for (Class<?> direction : List.of(ClientMessage.class, ServerMessage.class)) {
            Set<Class<?>> named = Arrays.stream(
                            direction.getAnnotation(JsonbTypeInfo.class).value())
                    .map(JsonbSubtype::type)
                    .collect(Collectors.toSet());
            assertEquals(Set.of(direction.getPermittedSubclasses()), named);
        }
    }

    @Test
    void hasOneNumberForEachError() {
        List<Integer> numbers =
                Stream.of(ErrorCode.values()).map(ErrorCode::closeCode).toList();
        assertEquals(numbers.size(), Set.copyOf(numbers).size());
        assertFalse(numbers.stream().anyMatch(number -> number < 1003 || (number > 1011 && number < 4000)));
    }

    private void assertCode(String code, String text) {
        ProtocolException e = assertThrows(ProtocolException.class, () -> codec.decode(text), text);
        assertEquals(code, e.code().code(), text);
    }

    @Test
    void saysWhichMessageWasRefused() {
        assertEquals(new ServerMessage.About("signal", 7L), codec.about("{\"type\":\"signal\",\"number\":7,\"to\":1}"));
        assertEquals(new ServerMessage.About("new-type", null), codec.about("{\"type\":\"new-type\",\"number\":0.5}"));
        assertNull(codec.about("{\"number\":7}"));
        assertNull(codec.about("{\"type\":\"signal\""), "not JSON");
        assertNull(codec.about("{\"type\":\"a\\ud800\"}"), "would not be text any more");
        assertNull(codec.about("{\"type\":\"" + "x".repeat(33) + "\"}"));
        String error = codec.encode(ServerMessage.Error.of(new ProtocolException(ErrorCode.SILENT), null));
        assertFalse(error.contains("about"), error);
    }
}
