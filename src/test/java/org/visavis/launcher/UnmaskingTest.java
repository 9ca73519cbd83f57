package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnmaskingTest {
    private static final byte[] MASK = {0x12, (byte) 0x9A, (byte) 0xF0, 0x34};

    @Test
    void doesWhatTheRfcSaysOfEachByte() {
        byte[] masked = new byte[40];
        new Random(6455).nextBytes(masked);
        for (int count = 0; count <= masked.length; count++) {
            ByteBuffer expected = ByteBuffer.allocate(count);
            for (int i = 0; i < count; i++) {
                expected.put((byte) (masked[i] ^ MASK[i % 4])); // RFC 6455, section 5.3
            }
            ByteBuffer input = ByteBuffer.wrap(masked);
            ByteBuffer target = ByteBuffer.allocate(count);
            Unmasking.unmask(input, target, count, ByteBuffer.wrap(MASK).getInt());
            assertEquals(expected.flip(), target.flip());
            assertEquals(count, input.position());
        }
    }
}
