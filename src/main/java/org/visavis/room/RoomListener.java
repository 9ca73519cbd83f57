package org.visavis.room;

import java.util.List;
import org.visavis.access.Identity;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.ErrorCode;

/**
 * Is told who comes to this node, who goes, and who is refused; other nodes tell of theirs.
 *
 * <p>Any thread calls it, also one that holds a room's lock. A listener therefore returns at once, throws nothing and calls
 * nothing of this package.
 */
public interface RoomListener {
    /** Listens to nothing. */
    RoomListener NONE = new RoomListener() {};

    /**
     * Somebody in a room.
     *
     * @param room the name of the room, in lower case
     * @param id of the participant; it stays the same from joining to leaving
     * @param identity as others see it
     * @param address the network address of the connection, or of the last one; null if unknown
     */
    record Visit(String room, String id, Identity identity, String address) {}

    /**
     * Somebody who came into no room.
     *
     * @param code why: that of an {@link org.visavis.protocol.ErrorCode}, or {@link #ORIGIN}
     * @param room the name of the room; null if it is no valid one
     * @param user whom the container has authenticated; null if nobody
     * @param address the network address that the request came from; null if unknown
     * @param origin of the page that asked; null if there was none
     */
    record Refusal(String code, String room, Identity user, String address, String origin) {
        /** The {@link #code} for a page of an origin that is not allowed. It gets an HTTP status and no error message. */
        public static final String ORIGIN = "origin";
    }

    /**
     * A newcomer has entered the room.
     *
     * @param wantedToResume whether it had been in the room before and comes too late to resume
     */
    default void joined(Visit visit, boolean wantedToResume) {}

    /** A participant has lost its connection and may come back. */
    default void disconnected(Visit visit) {}

    /** A participant has come back over another connection. */
    default void resumed(Visit visit) {}

    /** A participant is no longer in the room. */
    default void left(Visit visit, LeaveReason reason) {}

    /** A handshake was refused, or a connection ended with an error before it had joined. */
    default void refused(Refusal refusal) {}

    /**
     * A message has come that can be read.
     *
     * @param type null if it came to {@code /broadcast}, where messages have none
     * @param length in UTF-16 code units
     */
    default void received(Class<? extends ClientMessage> type, int length) {}

    /** A message is on its way to one client. */
    default void sent(String text) {}

    /** A client has entered a room, so many milliseconds after its connection was opened. */
    default void welcomed(long milliseconds) {}

    /** A client at this network address, which is null if unknown, is told of an error. */
    default void failed(ErrorCode code, String address) {}

    /** A connection is cut, with what waits for it: its client reads too slowly, or memory is short. */
    default void evicted(ErrorCode code) {}

    /** Tells several, in this order. Nothing is allocated, since each message is told. */
    static RoomListener all(List<? extends RoomListener> listeners) {
        RoomListener[] array = listeners.toArray(RoomListener[]::new);
        return new RoomListener() {
            @Override
            public void joined(Visit visit, boolean wantedToResume) {
                for (RoomListener listener : array) {
                    listener.joined(visit, wantedToResume);
                }
            }

            @Override
            public void disconnected(Visit visit) {
                for (RoomListener listener : array) {
                    listener.disconnected(visit);
                }
            }

            @Override
            public void resumed(Visit visit) {
                for (RoomListener listener : array) {
                    listener.resumed(visit);
                }
            }

            @Override
            public void left(Visit visit, LeaveReason reason) {
                for (RoomListener listener : array) {
                    listener.left(visit, reason);
                }
            }

            @Override
            public void refused(Refusal refusal) {
                for (RoomListener listener : array) {
                    listener.refused(refusal);
                }
            }

            @Override
            public void received(Class<? extends ClientMessage> type, int length) {
                for (RoomListener listener : array) {
                    listener.received(type, length);
                }
            }

            @Override
            public void sent(String text) {
                for (RoomListener listener : array) {
                    listener.sent(text);
                }
            }

            @Override
            public void welcomed(long milliseconds) {
                for (RoomListener listener : array) {
                    listener.welcomed(milliseconds);
                }
            }

            @Override
            public void failed(ErrorCode code, String address) {
                for (RoomListener listener : array) {
                    listener.failed(code, address);
                }
            }

            @Override
            public void evicted(ErrorCode code) {
                for (RoomListener listener : array) {
                    listener.evicted(code);
                }
            }
        };
    }
}
