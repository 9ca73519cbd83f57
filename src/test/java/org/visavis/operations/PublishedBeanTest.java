package org.visavis.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.visavis.room.RoomUsage;

class PublishedBeanTest {
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    @Test
    void showsTheRoomsUntilItIsClosed() throws Exception {
        ObjectName name = new ObjectName("org.visavis:type=Rooms,context=\"/visavis\"");
        RoomsMonitor rooms = new RoomsMonitor(() -> new RoomUsage(1, 2, 3, 4, 5L));
        try (PublishedBean bean = new PublishedBean("Rooms", "/visavis", rooms)) {
            assertEquals(1, server.getAttribute(name, "Rooms"), bean::toString);
            assertEquals(2, server.getAttribute(name, "Participants"));
            assertEquals(3, server.getAttribute(name, "Away"));
            assertEquals(4, server.getAttribute(name, "HistoryMessages"));
            assertEquals(5L, server.getAttribute(name, "HistoryLength"));
        }
        assertFalse(server.isRegistered(name));
    }

    @Test
    void drainsAtTheAdministratorsWish() throws Exception {
        ObjectName name = new ObjectName("org.visavis:type=Drain,context=\"/visavis\"");
        Drain drain = new Drain();
        try (PublishedBean bean = new PublishedBean("Drain", "/visavis", drain)) {
            assertEquals(false, server.getAttribute(name, "Draining"), bean::toString);
            server.invoke(name, "start", null, null);
            assertTrue(drain.isDraining());
            assertEquals(true, server.getAttribute(name, "Draining"));
            server.invoke(name, "end", null, null);
            assertFalse(drain.isDraining());
        }
    }

    @Test
    void applicationsWithOtherContextPathsHaveOthers() {
        try (PublishedBean root = new PublishedBean("Drain", "", new Drain());
                PublishedBean other = new PublishedBean("Drain", "/a,b=\"*\"", new Drain())) {
            assertNotEquals(root, other);
        }
    }
}
