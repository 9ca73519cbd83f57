package org.visavis.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * No text that a client may send makes the server fail. A normal run tries the inputs that lie beside the resources of this
 * class; {@code ./mvnw test -Dfuzz=true -Dtest=MessageCodecFuzzTest} searches for more, for five minutes.
 */
class MessageCodecFuzzTest {
    private static final MessageCodec CODEC = new MessageCodec();

    @FuzzTest(maxDuration = "5m")
    void decode(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        CODEC.typeOf(text);
        try {
            assertNotNull(CODEC.decode(text));
        } catch (ProtocolException answered) {
            assertNotNull(answered.code());
        }
    }
}
