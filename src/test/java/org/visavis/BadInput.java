package org.visavis;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** What clients may do wrong, and the answer to each. */
enum BadInput {
    BROKEN_JSON(client -> client.send("{\"type\":\"ping\""), "invalid-json"),
    TEXT_BEHIND_THE_OBJECT(client -> client.send("{\"type\":\"ping\"} {}"), "invalid-json"),
    NULL(client -> client.send("null"), "invalid-json"),
    AN_ARRAY(client -> client.send("[{\"type\":\"ping\"}]"), "invalid-json"),
    EMPTY_TEXT(client -> client.send(""), "invalid-json"),
    DEEPLY_NESTED(
            client -> client.send("{\"type\":\"signal\",\"data\":{\"a\":" + "[".repeat(500) + "]".repeat(500) + "}}"),
            "invalid-json"),
    ABSURDLY_NESTED(client -> client.send("{\"a\":".repeat(12_000)), "invalid-json"),
    NO_TYPE(client -> client.send("{\"name\":\"Ada\"}"), "unknown-type"),
    UNKNOWN_TYPE(client -> client.send("{\"type\":\"shutdown\"}"), "unknown-type"),
    A_SERVERS_TYPE(client -> client.send("{\"type\":\"welcome\",\"seq\":1}"), "unknown-type"),
    JOIN_TWICE(client -> client.send("{\"type\":\"join\",\"name\":\"Ada\"}"), "already-joined"),
    SIGNAL_WITHOUT_DATA(client -> client.send("{\"type\":\"signal\"}"), "invalid-message"),
    SIGNAL_WITH_TEXT_AS_DATA(client -> client.send("{\"type\":\"signal\",\"data\":\"x\"}"), "invalid-message"),
    SIGNAL_TO_A_NUMBER(client -> client.send("{\"type\":\"signal\",\"to\":1,\"data\":{}}"), "invalid-message"),
    SIGNAL_TO_NOBODY(client -> client.send("{\"type\":\"signal\",\"to\":\"nobody\",\"data\":{}}"), "unknown-recipient"),
    A_NUMBER_OF_MANY_DIGITS(
            client -> client.send("{\"type\":\"signal\",\"data\":{},\"number\":" + "9".repeat(1_200) + "}"),
            "invalid-message"),
    A_NUMBER_WITH_A_LARGE_EXPONENT(
            client -> client.send("{\"type\":\"status\",\"status\":{},\"number\":1e99999999999}"), "invalid-message"),
    STATUS_THAT_IS_TEXT(client -> client.send("{\"type\":\"status\",\"status\":\"away\"}"), "invalid-message"),
    STATUS_WITH_TEXT(client -> client.send("{\"type\":\"status\",\"status\":{\"hand\":\"up\"}}"), "invalid-message"),
    MESSAGE_TOO_LONG(client -> client.send("x".repeat(64 * 1024 + 1)), "message-too-large", 1009),
    MESSAGE_MUCH_TOO_LONG(client -> client.send(" ".repeat(1_200_000)), "message-too-large", 1009),
    BINARY(client -> client.sendBinary((byte) 0, (byte) -1), "binary-message", 1003),
    LARGE_BINARY(client -> client.sendBinary(new byte[20_000]), "binary-message", 1003);

    /** Names that are not a room's. */
    static final List<String> ROOMS = List.of("a%20b", "%C3%A4", "a.b", "x".repeat(65));

    @SuppressWarnings("ImmutableEnumChecker") // the deeds keep nothing
    private final Consumer<SignalingClient> deed;

    private final String code;
    private final int closeCode;

    BadInput(Consumer<SignalingClient> deed, String code) {
        this(deed, code, 0);
    }

    BadInput(Consumer<SignalingClient> deed, String code, int closeCode) {
        this.deed = deed;
        this.code = code;
        this.closeCode = closeCode;
    }

    /** Does it in a room with two others, expects the answer, and that those two have noticed nothing else. */
    void tryOut(URI base) {
        String room = "room-" + UUID.randomUUID();
        try (SignalingClient ada = SignalingClient.signaling(base, room);
                SignalingClient culprit = SignalingClient.signaling(base, room);
                SignalingClient grace = SignalingClient.signaling(base, room)) {
            ada.join("Ada");
            culprit.join("Culprit");
            ada.next("peer-joined");
            grace.join("Grace");
            ada.next("peer-joined");
            culprit.next("peer-joined");

            deed.accept(culprit);
            culprit.expectError(code);
            if (closeCode != 0) {
                culprit.expectClose(closeCode, code);
                ada.next("peer-left");
                grace.next("peer-left");
            } else {
                culprit.expectNothingElse();
            }
            ada.send("{\"type\":\"signal\",\"data\":{\"still\":\"here\"}}");
            grace.next("signal");
            ada.expectNothingElse();
        }
    }
}
