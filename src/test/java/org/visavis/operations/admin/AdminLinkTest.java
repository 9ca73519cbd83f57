package org.visavis.operations.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AdminLinkTest {
    private static final String PAGE = "https://calls.example:6656/admin.html";

    @TempDir
    Path folder;

    private final AtomicLong clock = new AtomicLong();

    @Test
    void worksOnceAndThenThereIsAnother() throws Exception {
        try (AdminLink link = link()) {
            String first = token();
            assertFalse(link.use(""));
            assertFalse(link.use(first + "x"));
            assertTrue(link.use(first));
            assertFalse(link.use(first));
            assertTrue(link.use(token()));
        }
        assertFalse(Files.exists(file()));
    }

    @Test
    void worksForAnHour() throws Exception {
        try (AdminLink link = link()) {
            String first = token();
            clock.addAndGet(AdminLink.LIFETIME - 1);
            link.check();
            assertEquals(first, token());
            clock.incrementAndGet();
            assertFalse(link.use(first));
            link.check();
            assertFalse(link.use(first));
            assertTrue(link.use(token()));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isReadByTheOwnerAlone() throws Exception {
        try (AdminLink link = link()) {
            assertTrue(link.use(token()));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        }
    }

    @Test
    void aSessionEndsAfterHalfADayOrWhenItIsLeft() {
        AdminSessions sessions = new AdminSessions(clock::get);
        String one = sessions.begin();
        String other = sessions.begin();
        assertTrue(sessions.has(one));
        assertFalse(sessions.has(Secret.hash(one)));
        sessions.end(other);
        assertFalse(sessions.has(other));
        clock.addAndGet(AdminSessions.LIFETIME - 1);
        assertTrue(sessions.has(one));
        clock.incrementAndGet();
        assertFalse(sessions.has(one));
    }

    @Test
    void thereAreOnlySoManySessions() {
        AdminSessions sessions = new AdminSessions(clock::get);
        String oldest = sessions.begin();
        for (int i = 1; i < AdminSessions.MOST; i++) {
            sessions.begin();
        }
        assertTrue(sessions.has(oldest));
        String newest = sessions.begin();
        assertFalse(sessions.has(oldest));
        assertTrue(sessions.has(newest));
    }

    private AdminLink link() {
        return new AdminLink(file(), PAGE, clock::get);
    }

    private Path file() {
        return folder.resolve("admin-link");
    }

    private String token() throws IOException {
        String link = Files.readString(file()).strip();
        assertTrue(link.matches(PAGE + "#[A-Za-z0-9_-]{43}"), link);
        return link.substring(link.indexOf('#') + 1);
    }
}
