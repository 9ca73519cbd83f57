package org.visavis.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.Session;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.visavis.access.AccessPolicies;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.MessageCodec;
import org.visavis.room.RoomListener;
import org.visavis.room.RoomListener.Refusal;
import org.visavis.settings.ServerLimits;

/** As many connections as there may be, and one more. */
class ConnectionRegistryTest {
    private final List<String> sent = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Boolean> departures = new ArrayList<>();
    private final ConnectionRegistry all = new ConnectionRegistry(
            AccessPolicies.open(),
            new ServerLimits(2, 2, 1_000_000, 1_000_000, 1_000_000),
            Runnable::run,
            () -> 0,
            new RoomListener() {
                @Override
                public void refused(Refusal refusal) {
                    refusals.add(refusal);
                }
            });

    @Test
    void whoeverComesWhenAllAreTakenIsSentAway() {
        try (MessageCodec codec = new MessageCodec();
                ConnectionRegistry connections = all) {
            Connection first = connections.add(session(), codec::encode);
            connections.add(session(), codec::encode);
            assertEquals(List.of(), sent);
            Connection third = connections.add(session(), codec::encode);
            assertFalse(third.isOpen());
            third.whenLeaving(departures::add);
            assertEquals(
                    List.of(true), departures, "it may still find its place, when there is one for its connection");
            assertEquals(1, sent.size());
            assertTrue(sent.get(0).contains("\"server-full\""), sent.get(0));
            third.end(ErrorCode.SILENT);
            assertEquals(List.of(new Refusal("server-full", "daily", null, null, null)), refusals);

            connections.closed(third, CloseReasons.GONE);
            connections.closed(first, CloseReasons.GONE);
            assertTrue(connections.add(session(), codec::encode).isOpen());
        }
    }

    @Test
    void whoHasJoinedIsNotRefusedAnyMore() {
        try (MessageCodec codec = new MessageCodec();
                ConnectionRegistry connections = all) {
            connections.add(session(), codec::encode).end(ErrorCode.JOIN_TIMEOUT);
            Connection second = connections.add(session(), codec::encode);
            second.joined();
            second.end(ErrorCode.SILENT);
            assertEquals(
                    List.of("join-timeout"),
                    refusals.stream().map(Refusal::code).toList());
        }
    }

    private Session session() {
        return SocketlessSession.open(sent::add, (self, reason) -> all.closed(ConnectionRegistry.of(self), reason));
    }
}
