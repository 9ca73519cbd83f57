package org.visavis.room;

import java.util.function.Function;
import org.visavis.access.AccessDecision.Admit;
import org.visavis.access.Identity;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.ServerMessage.IceConfiguration;

/**
 * Somebody who wants to enter a room.
 *
 * @param admitted who it is, and under which conditions
 * @param outbox of the connection
 * @param localConnection the number of the connection on this node; a later connection has a greater one
 * @param resume the claim to an earlier place, or null
 * @param ice returns the ICE configuration for a participant's id
 */
public record Arrival(
        Admit admitted,
        Outbox outbox,
        long localConnection,
        ClientMessage.Resume resume,
        Function<String, IceConfiguration> ice) {
    Identity identity() {
        return admitted.identity();
    }
}
