package org.visavis.operations;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.visavis.data.OwnerOnly;

/**
 * The files of the audit log: one a day, and a further one whenever a file is large, such as {@code audit-2026-01-31.jsonl}
 * and {@code audit-2026-01-31.2.jsonl}. Old files are deleted. Used by one thread.
 */
final class AuditFolder implements Closeable {
    /** Lengths in bytes. */
    record Limits(long file, long folder) {
        /** An editor opens such a file; the folder holds five million entries. */
        static final Limits USUAL = new Limits(32L << 20, 1L << 30);
    }

    private static final Pattern NAME = Pattern.compile("audit-(\\d{4}-\\d\\d-\\d\\d)(?:\\.([1-9]\\d{0,8}))?\\.jsonl");

    /** A file of a day, and the number of it: 1 for the first. */
    private record Part(Path path, LocalDate day, int number) {
        private static final Comparator<Part> BY_AGE =
                Comparator.comparing(Part::day).thenComparing(Part::number);

        static Part of(Path folder, LocalDate day, int number) {
            String name = "audit-" + day + (number == 1 ? "" : "." + number) + ".jsonl";
            return new Part(folder.resolve(name), day, number);
        }

        /** Nothing if the file is not one of the audit log. */
        static Optional<Part> of(Path path) {
            Matcher name = NAME.matcher(path.getFileName().toString());
            if (!name.matches()) {
                return Optional.empty();
            }
            try {
                int number = name.group(2) == null ? 1 : Integer.parseInt(name.group(2));
                return Optional.of(new Part(path, LocalDate.parse(name.group(1)), number));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    private final Path folder;
    private final int days;
    private final Limits limits;
    private Part current;
    private FileChannel channel;

    /** @param days how many days before today are kept */
    AuditFolder(Path folder, int days, Limits limits) {
        this.folder = folder;
        this.days = days;
        this.limits = limits;
    }

    /**
     * Appends whole lines to the file of a day: all, or none if that fails.
     *
     * @throws IOException for instance if the disk is full
     */
    void append(LocalDate day, String lines) throws IOException {
        open(day);
        long before = channel.size();
        try {
            write(lines, before);
        } catch (IOException e) {
            channel.truncate(before);
            throw e;
        }
    }

    /** Deletes files that are too old, and the oldest if all together are too long. */
    void deleteOld(LocalDate today) throws IOException {
        OwnerOnly.folder(folder);
        List<Part> parts = parts();
        long length = 0;
        for (Part part : parts) {
            length += Files.size(part.path());
        }
        for (Part part : parts) {
            boolean isOld = part.day().isBefore(today.minusDays(days));
            if (!part.equals(current) && (isOld || length > limits.folder())) {
                length -= Files.size(part.path());
                Files.delete(part.path());
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    /** Opens the last file of this day, or the next if that is full. Somebody may have moved the present one away. */
    private void open(LocalDate day) throws IOException {
        boolean usable = channel != null
                && current.day().equals(day)
                && channel.size() < limits.file()
                && Files.exists(current.path());
        if (usable) {
            return;
        }
        close();
        OwnerOnly.folder(folder);
        current = next(day);
        channel = OwnerOnly.open(current.path());
        endLine();
        deleteOld(day);
    }

    private Part next(LocalDate day) throws IOException {
        Optional<Part> last =
                parts().stream().filter(part -> part.day().equals(day)).max(Part.BY_AGE);
        if (last.isEmpty()) {
            return Part.of(folder, day, 1);
        }
        Part part = last.get();
        return Files.size(part.path()) < limits.file() ? part : Part.of(folder, day, part.number() + 1);
    }

    /** The oldest first. */
    private List<Part> parts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> Part.of(file).stream())
                    .sorted(Part.BY_AGE)
                    .toList();
        }
    }

    /** Ends a line that an earlier process could not finish, so that the next is one of its own. */
    private void endLine() throws IOException {
        long length = channel.size();
        ByteBuffer last = ByteBuffer.allocate(1);
        if (length > 0 && channel.read(last, length - 1) == 1 && last.get(0) != '\n') {
            write("\n", length);
        }
    }

    private void write(String text, long position) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        for (long at = position; bytes.hasRemaining(); ) {
            at += channel.write(bytes, at);
        }
    }
}
