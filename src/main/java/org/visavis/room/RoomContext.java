package org.visavis.room;

import java.util.function.LongSupplier;
import org.visavis.protocol.MessageCodec;
import org.visavis.settings.RoomLimits;

/**
 * What all rooms of a server have in common.
 *
 * @param clock milliseconds, never running backwards
 * @param historyMemory what the histories of all rooms take
 * @param away the places of those who have lost their connection
 * @param crowded told that one of them has lost its place since there are too many
 */
record RoomContext(
        RoomLimits limits,
        MessageCodec codec,
        LongSupplier clock,
        MemoryPool historyMemory,
        Places away,
        Runnable crowded) {}
