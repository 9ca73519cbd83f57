package org.visavis.operations;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.ObjectName;
import org.visavis.room.RoomUsage;

/** Publishes figures about the rooms as the JMX bean {@code org.visavis:type=Rooms,context="/visavis"} until it is closed. */
public final class RoomsMonitor implements RoomsMXBean, AutoCloseable {
    private final Supplier<RoomUsage> usage;
    private final ObjectName name;

    /**
     * @param usage called whenever a client reads a figure
     * @param contextPath distinguishes several applications in one container
     */
    public RoomsMonitor(Supplier<RoomUsage> usage, String contextPath) {
        this.usage = usage;
        try {
            name = new ObjectName("org.visavis:type=Rooms,context=" + ObjectName.quote(contextPath));
            ManagementFactory.getPlatformMBeanServer().registerMBean(this, name);
        } catch (JMException e) {
            throw new IllegalStateException("The rooms cannot be shown in JMX.", e);
        }
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

    @Override
    public void close() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
        } catch (JMException e) {
            throw new IllegalStateException("The rooms cannot be taken out of JMX.", e);
        }
    }
}
