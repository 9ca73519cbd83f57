package org.visavis.room;

import java.util.function.Function;
import org.visavis.access.Identity;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.ServerMessage.IceConfiguration;

/**
 * Somebody who wants to be in a room.
 *
 * @param identity who it is
 * @param outbox the way to it
 * @param localConnection the number of its connection among those of this node, greater for one that was opened later
 * @param resume its claim to be one who lost the connection, or null
 * @param ice what a participant of this id shall connect through
 */
public record Arrival(
        Identity identity,
        Outbox outbox,
        long localConnection,
        ClientMessage.Resume resume,
        Function<String, IceConfiguration> ice) {}
