package org.visavis.room;

import java.util.function.LongSupplier;
import org.visavis.protocol.MessageCodec;
import org.visavis.settings.RoomLimits;

/**
 * What all rooms of a server share.
 *
 * @param clock milliseconds, never running backwards
 * @param historyMemory memory of the histories of all rooms
 * @param away places of participants who have lost their connection
 * @param crowded runs when a participant loses its place because there are too many
 */
record RoomContext(
        RoomLimits limits,
        MessageCodec codec,
        LongSupplier clock,
        MemoryPool historyMemory,
        Places away,
        Runnable crowded) {}
