package org.visavis.launcher;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.visavis.RawConnection;
import org.visavis.SignalingClient;

/** What {@code java -jar} sends, as it is on the wire (RFC 6455, section 5.2), to one who reads late. */
@Tag("standalone")
class OutgoingTextIT {
    private static final int LAST = 0x80;
    private static final int CONTINUATION = 0x00;
    private static final int TEXT = 0x01;
    private static final int CLOSE = 0x08;

    /** Not agreed to. */
    private static final String ASKED_BY_BROWSERS = "Sec-WebSocket-Extensions: permessage-deflate";

    /** The lengths that have a frame header of their own each, and more than any buffer of Tomcat takes. */
    private static final List<Integer> LENGTHS = List.of(1, 300, 9_000, 60_000);

    private static final Pattern SIGNAL = Pattern.compile("\"data\":\\{\"x\":\"([^\"]*)\"}");

    @TempDir
    private Path folder;

    /** One frame, with a character for each byte; a byte, two or eight say how long it is. */
    private record Frame(boolean last, int kind, String content) {
        static Frame next(DataInputStream stream) throws IOException {
            int first = stream.readUnsignedByte();
            int length = stream.readUnsignedByte(); // without a mask: servers have none
            if (length == 126) {
                length = stream.readUnsignedShort();
            } else if (length == 127) {
                length = Math.toIntExact(stream.readLong());
            }
            return new Frame((first & LAST) != 0, first & ~LAST, new String(stream.readNBytes(length), ISO_8859_1));
        }
    }

    /** A message, of as many frames as the server makes of it; null where the connection ends. */
    private static String message(DataInputStream stream) throws IOException {
        StringBuilder content = new StringBuilder();
        Frame frame = Frame.next(stream);
        if (frame.kind() == CLOSE) {
            return null;
        }
        assertEquals(TEXT, frame.kind());
        content.append(frame.content());
        while (!frame.last()) {
            frame = Frame.next(stream);
            assertEquals(CONTINUATION, frame.kind());
            content.append(frame.content());
        }
        return new String(content.toString().getBytes(ISO_8859_1), UTF_8); // a character may be in two frames
    }

    @ParameterizedTest
    @EnumSource
    void sendsEachMessageWhole(ServingMode mode) throws Exception {
        List<String> data = LENGTHS.stream().map("ä"::repeat).toList(); // two bytes each
        assertEquals(data, readAfterAllIsSaid(mode, data));
    }

    /**
     * As much as an outbox holds (200 messages, nearly 1,048,576 characters, each of three bytes): more than fits between
     * the two computers, so the system takes only the beginning of a frame.
     */
    @ParameterizedTest
    @EnumSource
    void sendsAllToOneWhoReadsLate(ServingMode mode) throws Exception {
        List<String> data = IntStream.range(0, 200)
                .mapToObj(number -> number + "€".repeat(5_100))
                .toList();
        assertEquals(data, readAfterAllIsSaid(mode, data));
    }

    /** What somebody reads who begins to when all has been passed on. */
    private List<String> readAfterAllIsSaid(ServingMode mode, List<String> data) throws IOException {
        List<String> read = new ArrayList<>();
        try (LaunchedWar war = mode.launch(folder, Map.of())) {
            URI base = mode.address(war).resolve("/");
            try (SignalingClient sender = SignalingClient.signaling(base, "frames");
                    RawConnection receiver = new RawConnection(base, "frames", ASKED_BY_BROWSERS)) {
                sender.join("Ada");
                receiver.send("{\"type\":\"join\",\"name\":\"Grace\"}");
                sender.next("peer-joined");
                data.forEach(x -> sender.send(signal(x)));
                sender.expectNothingElse(); // all has been passed on
                receiver.send("{\"type\":\"leave\"}");
                DataInputStream stream = new DataInputStream(receiver.incoming());
                for (String text = message(stream); text != null; text = message(stream)) {
                    Matcher signal = SIGNAL.matcher(text);
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
