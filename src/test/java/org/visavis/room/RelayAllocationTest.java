package org.visavis.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.MessageCodec;

/** What is thrown away for each message that is passed on, as counted by the JVM: garbage is what makes a server pause. */
class RelayAllocationTest {
    private static final int WARM_UP = 3_000;
    private static final int COUNTED = 2_000;

    /** For the parser and its reader, and for what surrounds a message. */
    private static final int MOST_BYTES = 1_400;

    /** Two copies, the data and the message made of it, and one to spare. */
    private static final int MOST_COPIES = 3;

    private final MessageCodec codec = new MessageCodec();

    @ParameterizedTest
    @ValueSource(ints = {100, 5_000})
    void aMessageCostsLittleMoreThanItsLength(int length) {
        Rooms rooms = Arrivals.rooms(16);
        Counting outbox = new Counting();
        Seat ada = rooms.join("daily", Arrivals.of("Ada", new Counting()));
        Seat grace = rooms.join("daily", Arrivals.of("Grace", outbox));
        String text = "{\"type\":\"signal\",\"to\":\"" + grace.id() + "\",\"data\":{\"filler\":\"" + "x".repeat(length)
                + "\"}}";
        relay(ada, text, WARM_UP);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        relay(ada, text, COUNTED);
        long each = (threads.getCurrentThreadAllocatedBytes() - before) / COUNTED;
        assertEquals(WARM_UP + COUNTED, outbox.signals);
        assertTrue(each <= MOST_BYTES + (long) MOST_COPIES * text.length(), each + " bytes for " + text.length());
        System.out.println("relaying a message of " + text.length() + " characters allocates " + each + " bytes");
    }

    private void relay(Seat from, String text, int times) {
        for (int i = 0; i < times; i++) {
            from.room().signal(from, (ClientMessage.Signal) codec.decode(text));
        }
    }

    private static final class Counting implements Outbox {
        private int signals;

        @Override
        public void enqueue(String text) {
            if (text.startsWith("{\"type\":\"signal\"")) {
                signals++;
            }
        }

        @Override
        public void flush() {}

        @Override
        public void end(ErrorCode reason) {}
    }
}
