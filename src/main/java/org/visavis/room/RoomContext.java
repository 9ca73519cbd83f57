package org.visavis.room;

import java.util.function.Function;
import java.util.function.LongSupplier;
import org.visavis.protocol.MessageCodec;
import org.visavis.settings.RoomLimits;

/**
 * What all rooms of a server share.
 *
 * @param clock milliseconds, never running backwards
 * @param keptMemory memory of the messages that all rooms keep
 * @param listener is told who comes and goes
 * @param away places of participants who have lost their connection
 * @param histories opens the history of a room
 */
record RoomContext(
        RoomLimits limits,
        MessageCodec codec,
        LongSupplier clock,
        RoomListener listener,
        MemoryPool keptMemory,
        Places away,
        Function<Room, RoomHistory> histories) {}
