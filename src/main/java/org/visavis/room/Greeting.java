package org.visavis.room;

import java.util.Collection;
import java.util.List;
import org.visavis.protocol.ServerMessage;
import org.visavis.settings.RoomLimits;

/**
 * Makes the {@code welcome} of one room.
 *
 * @param room its name
 */
record Greeting(String room, RoomLimits limits) {

    /** What this server knows beyond the first edition of the protocol, as PROTOCOL.md lists it. */
    private static final List<String> FEATURES = List.of("identity", "resume", "ice-configuration");

    /**
     * For somebody who comes, or comes back.
     *
     * @param seq the number of the last message that it has seen, or of its own {@code peer-joined}
     * @param participants who is there, perhaps with that one
     * @param ice what it is to connect through
     */
    ServerMessage.Welcome of(
            Participant participant,
            long seq,
            boolean resumed,
            Collection<Participant> participants,
            ServerMessage.IceConfiguration ice) {
        return new ServerMessage.Welcome(
                seq,
                participant.toPeer(),
                new ServerMessage.Resume(
                        participant.secret().text(), limits.resume().toSeconds()),
                new ServerMessage.RoomInfo(room, limits.capacity()),
                participants.stream()
                        .filter(present -> !present.id().equals(participant.id()))
                        .map(Participant::toPeer)
                        .toList(),
                ice.iceServers(),
                ice.iceTransportPolicy(),
                FEATURES,
                resumed,
                resumed ? participant.lastNumber() : null);
    }
}
