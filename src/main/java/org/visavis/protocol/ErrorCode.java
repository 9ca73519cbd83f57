package org.visavis.protocol;

import java.util.EnumSet;
import java.util.Set;

/**
 * The errors of a connection, as PROTOCOL.md lists them. Each has a stable code for programs, a sentence for people, and a
 * close code. Codes and numbers never change their meaning once published.
 */
public enum ErrorCode {
    INVALID_JSON("invalid-json", 4000, false, "The message is not one well-formed JSON object."),
    UNKNOWN_TYPE("unknown-type", 4001, false, "The type of the message is unknown."),
    INVALID_MESSAGE("invalid-message", 4002, false, "A part of the message is missing, of the wrong kind or too long."),
    NOT_JOINED("not-joined", 4003, false, "Join the room first."),
    ALREADY_JOINED("already-joined", 4004, false, "This connection has joined the room already."),
    JOIN_TIMEOUT("join-timeout", 4005, true, "The connection did not join the room in time."),
    INVALID_ROOM("invalid-room", 4006, true, "A room's name is 1 to 64 of the characters A-Z a-z 0-9 _ -."),
    ROOM_FULL("room-full", 4007, true, "The room is full."),
    UNKNOWN_RECIPIENT("unknown-recipient", 4008, false, "Nobody with this id is in the room."),
    TOO_SLOW("too-slow", 4009, true, "The client reads too slowly."),
    SILENT("silent", 4010, true, "Nothing was heard from the client for too long."),
    REPLACED("replaced", 4011, true, "This participant has come back over another connection."),
    TOO_MANY_ERRORS("too-many-errors", 4012, true, "Too much of what this connection sent was wrong."),
    SERVER_FULL("server-full", 4013, true, "The server has no place for more; try again later."),
    TOO_FAST("too-fast", 4014, true, "The client says more than others can read."),
    TOKEN_REQUIRED("token-required", 4015, true, "Only those who have a token may join."),
    INVALID_TOKEN("invalid-token", 4016, true, "The token is not valid here."),
    TOKEN_EXPIRED("token-expired", 4017, true, "The token has expired."),
    TOKEN_TOO_EARLY("token-too-early", 4018, true, "The token is not valid yet."),
    TOKEN_USED_UP("token-used-up", 4019, true, "As many as the token admits are in the room already."),
    ROOM_FORBIDDEN("room-forbidden", 4020, true, "You may not join this room."),
    ROOM_NOT_OPEN("room-not-open", 4021, true, "Nobody has opened this room yet."),
    DRAINING("draining", 4022, true, "The server is about to be restarted and takes no newcomers; try again later."),
    ROOM_CLOSED("room-closed", 4023, true, "An administrator has closed this room."),

    // These have standard close codes (RFC 6455, section 7.4.1), which tools and proxies know.
    LOGIN_REQUIRED("login-required", 1008, true, "Only those who have signed in may join."),
    BINARY_MESSAGE("binary-message", 1003, true, "Only text messages are understood here."),
    MESSAGE_TOO_LARGE("message-too-large", 1009, true, "The message is too long."),
    INTERNAL_ERROR("internal-error", 1011, true, "The server failed; its log says how.");

    private static final Set<ErrorCode> NEWCOMERS = EnumSet.of(ROOM_FULL, TOKEN_EXPIRED, TOKEN_USED_UP, ROOM_NOT_OPEN);

    private final String code;
    private final int closeCode;
    private final boolean closes;
    private final String sentence;

    ErrorCode(String code, int closeCode, boolean closes, String sentence) {
        this.code = code;
        this.closeCode = closeCode;
        this.closes = closes;
        this.sentence = sentence;
    }

    /** The code on the wire, such as {@code room-full}; also the reason text of the close. */
    public String code() {
        return code;
    }

    /** The WebSocket close code; only reserved if {@link #closes()} is false. */
    public int closeCode() {
        return closeCode;
    }

    /** Whether the connection ends with this error. */
    public boolean closes() {
        return closes;
    }

    /** Whether the participant can resume after this error has ended its connection. */
    public boolean resumable() {
        return this == TOO_SLOW || this == SILENT || this == SERVER_FULL || this == INTERNAL_ERROR;
    }

    /** Whether this refuses somebody who wants to join. On many nodes that may be found out after the join. */
    public boolean refusesNewcomers() {
        return NEWCOMERS.contains(this);
    }

    /** What happened, for people. */
    public String sentence() {
        return sentence;
    }
}
