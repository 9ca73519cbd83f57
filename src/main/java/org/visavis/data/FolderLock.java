package org.visavis.data;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * The right to use a data folder: a lock on a file, which holds who has it. The system gives the lock back however a process
 * ends, so a file that is left behind means nothing.
 */
final class FolderLock implements AutoCloseable {
    private static final String FILE = "lock";

    /** Not the content, which Windows would then let nobody else read. */
    private static final long POSITION = Long.MAX_VALUE - 1;

    private static final int MAX_CONTENT = 256;

    /** Of a system property that this process has for each folder in use. Closing a file unlocks it for the whole process. */
    private static final String PROPERTY = "org.visavis.data.lock:";

    private final FileChannel channel;
    private final String property;

    private FolderLock(FileChannel channel, String property) {
        this.channel = channel;
        this.property = property;
    }

    /** Whether a folder has ever been used. */
    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    static FolderLock take(Path folder) throws DataFolderException {
        try {
            String property = PROPERTY + folder.toRealPath();
            if (System.getProperties().putIfAbsent(property, "") != null) {
                throw new DataFolderException(
                        "The data folder " + folder
                                + " is used by another application of this server; give each its own"
                                + " by a context parameter visavis.data.",
                        null);
            }
            try {
                return new FolderLock(lock(folder), property);
            } catch (IOException | RuntimeException e) {
                System.clearProperty(property);
                throw e;
            }
        } catch (DataFolderException e) {
            throw e;
        } catch (IOException e) {
            throw new DataFolderException(
                    "The data folder " + folder + " cannot be locked: " + e.getMessage() + ".", e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel = OwnerOnly.open(folder.resolve(FILE));
        try {
            if (channel.tryLock(POSITION, 1, false) == null) {
                throw new DataFolderException(
                        "The data folder " + folder + " is used by " + read(channel)
                                + "; stop it, or name another folder with --data, visavis.data or VISAVIS_DATA.",
                        null);
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(thisProcess().getBytes(US_ASCII)));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(MAX_CONTENT);
        channel.read(content, 0);
        String text = new String(content.array(), 0, content.position(), US_ASCII).strip();
        return text.isEmpty() ? "another process" : text;
    }

    private static String thisProcess() {
        ProcessHandle process = ProcessHandle.current();
        Instant started = process.info().startInstant().orElseGet(Instant::now);
        String time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                .format(started.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.systemDefault()));
        return "process " + process.pid() + ", started at " + time;
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            System.clearProperty(property);
        }
    }
}
