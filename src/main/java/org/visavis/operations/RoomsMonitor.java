package org.visavis.operations;

import java.util.function.Supplier;
import org.visavis.room.RoomUsage;

/** Figures about the rooms, for JMX. */
public final class RoomsMonitor implements RoomsMXBean {
    private final Supplier<RoomUsage> usage;

    /** @param usage called whenever a client reads a figure */
    public RoomsMonitor(Supplier<RoomUsage> usage) {
        this.usage = usage;
    }

    @Override
    public int getRooms() {
        return usage.get().rooms();
    }

    @Override
    public int getParticipants() {
        return usage.get().participants();
    }

    @Override
    public int getAway() {
        return usage.get().away();
    }

    @Override
    public int getHistoryMessages() {
        return usage.get().historyMessages();
    }

    @Override
    public long getHistoryLength() {
        return usage.get().historyLength();
    }
}
