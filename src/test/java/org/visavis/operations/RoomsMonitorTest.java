package org.visavis.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.visavis.room.RoomUsage;

class RoomsMonitorTest {
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    @Test
    void showsTheRoomsUntilItIsClosed() throws Exception {
        ObjectName name = new ObjectName("org.visavis:type=Rooms,context=\"/visavis\"");
        try (RoomsMonitor monitor = new RoomsMonitor(() -> new RoomUsage(1, 2, 3, 4, 5L), "/visavis")) {
            assertEquals(1, monitor.getRooms());
            assertEquals(1, server.getAttribute(name, "Rooms"));
            assertEquals(2, server.getAttribute(name, "Participants"));
            assertEquals(3, server.getAttribute(name, "Away"));
            assertEquals(4, server.getAttribute(name, "HistoryMessages"));
            assertEquals(5L, server.getAttribute(name, "HistoryLength"));
        }
        assertFalse(server.isRegistered(name));
    }

    @Test
    void applicationsWithOtherContextPathsHaveOthers() {
        RoomUsage none = new RoomUsage(0, 0, 0, 0, 0);
        try (RoomsMonitor root = new RoomsMonitor(() -> none, "");
                RoomsMonitor other = new RoomsMonitor(() -> none, "/a,b=\"*\"")) {
            assertEquals(root.getRooms(), other.getRooms());
        }
    }
}
