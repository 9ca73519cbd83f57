package org.visavis.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PlacesTest {
    private int refused;

    @Test
    void thereAreSoManyAndNoMore() {
        Places places = new Places(2, () -> refused++);
        assertTrue(places.take());
        assertTrue(places.take());
        assertFalse(places.take());
        assertFalse(places.take(), "what was refused is not taken");
        places.give();
        assertTrue(places.take());
        assertFalse(places.take());
        assertEquals(3, refused);
    }
}
