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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

    private static final Pattern SIGNAL = Pattern.compile("\"data\":\\{\"x\":\"([^\"]*)\"}");

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
        List<String> data = LENGTHS.stream().map("ä"::repeat).toList(); // two bytes each
        assertEquals(data, readAfterAllIsSaid(data));
    }

    /**
     * As much as an outbox holds (200 messages, nearly 1,048,576 characters, each of three bytes): more than fits between
     * the two computers, so the system takes only the beginning of a frame.
     */
    @Test
    void sendsAllToOneWhoReadsLate() throws Exception {
        List<String> data = IntStream.range(0, 200)
                .mapToObj(number -> number + "€".repeat(5_100))
                .toList();
        assertEquals(data, readAfterAllIsSaid(data));
    }

    /** What somebody reads who begins to when all has been passed on. */
    private List<String> readAfterAllIsSaid(List<String> data) throws IOException {
        List<String> read = new ArrayList<>();
        try (LaunchedWar war = new LaunchedWar(folder, Map.of(), List.of("--port", "0"))) {
            URI base = war.address().resolve("/");
            try (SignalingClient sender = SignalingClient.signaling(base, "frames");
                    RawConnection receiver = new RawConnection(base, "frames", ASKED_BY_BROWSERS)) {
                sender.join("Ada");
                receiver.send("{\"type\":\"join\",\"name\":\"Grace\"}");
                sender.next("peer-joined");
                data.forEach(x -> sender.send(signal(x)));
                sender.expectNothingElse(); // all has been passed on
                receiver.send("{\"type\":\"leave\"}");
                DataInputStream stream = new DataInputStream(receiver.incoming());
                for (Frame frame = Frame.next(stream); frame.kind() != CLOSE; frame = Frame.next(stream)) {
                    assertEquals(WHOLE_TEXT, frame.kind(), frame.text());
                    Matcher signal = SIGNAL.matcher(frame.text());
                    if (signal.find()) {
                        read.add(signal.group(1));
                    }
                }
            }
        }
        return read;
    }

    private static String signal(String x) {
        return "{\"type\":\"signal\",\"data\":{\"x\":\"" + x + "\"}}";
    }
}
