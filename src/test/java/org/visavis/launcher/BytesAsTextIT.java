package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.RawConnection;
import org.visavis.SignalingClient;

/** What {@code java -jar} sends, as it is on the wire (RFC 6455, section 5.2). */
class BytesAsTextIT {
    private static final int WHOLE_TEXT = 0x81;
    private static final int CLOSE = 0x88;

    /** Not agreed to: compressed messages would go Tomcat's own way. */
    private static final String ASKED_BY_BROWSERS = "Sec-WebSocket-Extensions: permessage-deflate";

    /** The lengths that have a frame header of their own each, and more than any buffer of Tomcat takes. */
    private static final List<Integer> LENGTHS = List.of(1, 300, 9_000, 60_000);

    @TempDir
    private Path folder;

    /** One frame; a byte, two or eight say how long it is. */
    private record Frame(int kind, String text) {
        static Frame next(DataInputStream stream) throws IOException {
            int kind = stream.readUnsignedByte();
            int length = stream.readUnsignedByte(); // without a mask: servers have none
            if (length == 126) {
                length = stream.readUnsignedShort();
            } else if (length == 127) {
                length = Math.toIntExact(stream.readLong());
            }
            return new Frame(kind, new String(stream.readNBytes(length), StandardCharsets.UTF_8));
        }
    }

    @Test
    void sendsEachMessageAsOneFrameOfText() throws Exception {
        List<String> texts = new ArrayList<>();
        try (LaunchedWar war = new LaunchedWar(folder, Map.of(), List.of("--port", "0"))) {
            URI base = war.address().resolve("/");
            try (SignalingClient sender = SignalingClient.signaling(base, "frames");
                    RawConnection receiver = new RawConnection(base, "frames", ASKED_BY_BROWSERS)) {
                sender.join("Ada");
                receiver.send("{\"type\":\"join\",\"name\":\"Grace\"}");
                sender.next("peer-joined");
                for (int length : LENGTHS) {
                    sender.send(signal("ä".repeat(length))); // two bytes each
                }
                sender.send("{\"type\":\"ping\"}");
                sender.next("pong"); // all that was said before has been passed on
                receiver.send("{\"type\":\"leave\"}");
                DataInputStream stream = new DataInputStream(receiver.incoming());
                for (Frame frame = Frame.next(stream); frame.kind() != CLOSE; frame = Frame.next(stream)) {
                    assertEquals(WHOLE_TEXT, frame.kind(), frame.text());
                    texts.add(frame.text());
                }
            }
        }
        for (int length : LENGTHS) {
            String data = "\"data\":{\"x\":\"" + "ä".repeat(length) + "\"}";
            assertEquals(1, texts.stream().filter(text -> text.contains(data)).count());
        }
    }

    private static String signal(String x) {
        return "{\"type\":\"signal\",\"data\":{\"x\":\"" + x + "\"}}";
    }
}
