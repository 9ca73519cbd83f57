package org.visavis.room;

import java.util.Collection;
import java.util.List;
import org.visavis.protocol.ServerMessage;
import org.visavis.settings.RoomLimits;

/**
 * Builds the {@code welcome} of one room.
 *
 * @param room the name of the room
 */
record Greeting(String room, RoomLimits limits) {

    /** What this server supports beyond the first edition of the protocol, as PROTOCOL.md lists it. */
    private static final List<String> FEATURES = List.of("identity", "resume", "ice-configuration");

    /**
     * The {@code welcome} for a participant who joins or comes back.
     *
     * @param seq the number of the last message that the participant has seen, or of its own {@code peer-joined}
     * @param participants who is in the room; that participant may be among them
     * @param ice the ICE configuration of that participant
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
