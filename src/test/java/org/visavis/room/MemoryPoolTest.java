package org.visavis.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MemoryPoolTest {
    private final MemoryPool pool = new MemoryPool(8_000);

    @Test
    void textCostsAByteForEachCharacterWhereTheJvmNeedsNoMore() {
        assertEquals(100 + 4, MemoryPool.costOf("café"));
        assertEquals(100 + 2 * 4, MemoryPool.costOf("caf€"));
    }

    @Test
    void theMoreIsHeldTheLessOneHolderMayHave() {
        assertEquals(1_000, pool.share());
        pool.take(4_000);
        assertEquals(500, pool.share());
        pool.take(4_001);
        assertEquals(0, pool.share());
    }

    @Test
    void whatIsGivenBackIsFree() {
        pool.take(8_000);
        assertFalse(pool.isExceeded());
        pool.take(1);
        assertTrue(pool.isExceeded());
        pool.give(8_001);
        assertFalse(pool.isExceeded());
        assertEquals(0, pool.used());
        assertEquals(1_000, pool.share());
    }
}
