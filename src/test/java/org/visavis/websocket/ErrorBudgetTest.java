package org.visavis.websocket;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ErrorBudgetTest {
    private final AtomicLong clock = new AtomicLong(5_000);
    private final ErrorBudget budget = new ErrorBudget(clock::get);

    @Test
    void allowsSoManyAtOnce() {
        takeAll();
        assertFalse(budget.take());
    }

    @Test
    void allowsOneMoreAfterEachInterval() {
        takeAll();
        clock.addAndGet(ErrorBudget.INTERVAL - 1);
        assertFalse(budget.take());
        clock.addAndGet(1);
        assertTrue(budget.take());
        assertFalse(budget.take());
    }

    @Test
    void savesNoMoreThanThatUp() {
        takeAll();
        clock.addAndGet(100 * ErrorBudget.MOST * ErrorBudget.INTERVAL);
        takeAll();
        assertFalse(budget.take());
    }

    private void takeAll() {
        for (int i = 0; i < ErrorBudget.MOST; i++) {
            assertTrue(budget.take());
        }
    }
}
