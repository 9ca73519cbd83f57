package org.visavis.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the audit log: one a day, none too long, none too old. */
class AuditFolderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @TempDir
    Path around;

    private AuditFolder audit;

    @AfterEach
    void close() throws IOException {
        if (audit != null) {
            audit.close();
        }
    }

    @Test
    void eachDayHasAFile() throws IOException {
        open(30, 1_000, 10_000);
        audit.append(DAY, "a\n");
        audit.append(DAY, "b\n");
        audit.append(DAY.plusDays(1), "c\n");
        assertEquals(List.of("audit-2026-03-01.jsonl", "audit-2026-03-02.jsonl"), names());
        assertEquals("a\nb\n", text("audit-2026-03-01.jsonl"));
        assertEquals("c\n", text("audit-2026-03-02.jsonl"));
    }

    @Test
    void aLongFileIsFollowedByAnother() throws IOException {
        open(30, 4, 10_000);
        for (String line : List.of("a\n", "b\n", "c\n", "d\n", "e\n")) {
            audit.append(DAY, line);
        }
        assertEquals(
                List.of("audit-2026-03-01.2.jsonl", "audit-2026-03-01.3.jsonl", "audit-2026-03-01.jsonl"), names());
        assertEquals("a\nb\n", text("audit-2026-03-01.jsonl"));
        assertEquals("c\nd\n", text("audit-2026-03-01.2.jsonl"));
        assertEquals("e\n", text("audit-2026-03-01.3.jsonl"));
    }

    @Test
    void whatIsThereAfterARestartGoesOnInALineOfItsOwn() throws IOException {
        open(30, 1_000, 10_000);
        audit.append(DAY, "whole\n{\"cut");
        audit.close();
        open(30, 1_000, 10_000);
        audit.append(DAY, "next\n");
        assertEquals("whole\n{\"cut\nnext\n", text("audit-2026-03-01.jsonl"));
    }

    @Test
    void oldFilesAreDeletedAndThoseOfOthersStay() throws IOException {
        open(2, 1_000, 10_000);
        Files.createDirectories(folder());
        for (String name : List.of("notes.txt", "audit-2026-02-30.jsonl", "audit-2026-02-01.jsonl.gz")) {
            Files.writeString(folder().resolve(name), "x");
        }
        for (int day = 0; day < 5; day++) {
            audit.append(DAY.plusDays(day), "x\n");
        }
        assertEquals(
                List.of(
                        "audit-2026-02-01.jsonl.gz",
                        "audit-2026-02-30.jsonl",
                        "audit-2026-03-03.jsonl",
                        "audit-2026-03-04.jsonl",
                        "audit-2026-03-05.jsonl",
                        "notes.txt"),
                names());
        audit.deleteOld(DAY.plusDays(7)); // nothing is written any more
        assertEquals("audit-2026-03-05.jsonl", names().get(2));
    }

    @Test
    void theOldestMakePlaceWhenAllAreTooLong() throws IOException {
        open(30, 4, 12);
        for (int i = 0; i < 10; i++) {
            audit.append(DAY.plusDays(i / 5), "xxx\n");
        }
        assertEquals(
                List.of(
                        "audit-2026-03-02.2.jsonl",
                        "audit-2026-03-02.3.jsonl",
                        "audit-2026-03-02.4.jsonl",
                        "audit-2026-03-02.5.jsonl"),
                names());
    }

    @Test
    void onlyTheOwnerReads() throws IOException {
        open(30, 1_000, 10_000);
        audit.append(DAY, "x\n");
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
        Path file = folder().resolve("audit-2026-03-01.jsonl");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aFileThatSomebodyMovesAwayIsMadeAnew() throws IOException {
        open(30, 1_000, 10_000);
        audit.append(DAY, "x\n");
        Files.move(folder(), around.resolve("elsewhere"));
        audit.append(DAY, "y\n");
        assertEquals("y\n", text("audit-2026-03-01.jsonl"));
    }

    private void open(int days, long file, long all) {
        audit = new AuditFolder(folder(), days, new AuditFolder.Limits(file, all));
    }

    private Path folder() {
        return around.resolve("audit");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String text(String name) throws IOException {
        return Files.readString(folder().resolve(name));
    }
}
