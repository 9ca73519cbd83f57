package org.visavis.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Folders and files that nobody but their owner can read. On a file system without POSIX permissions (Windows) they get
 * those of the folder around them, which in a home folder are the owner's alone.
 */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /** Makes a folder with all folders around it that do not exist. One that exists stays as it is. */
    public static Path folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) { // createDirectories refuses a symbolic link to a folder
            Files.createDirectories(folder, permissions(folder, FOLDER));
        }
        return folder;
    }

    /** Writes a file that is either the old or the new one at any time, also after a power cut. */
    public static void write(Path file, byte[] content) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Set<StandardOpenOption> create = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(draft, create, permissions(file, FILE))) {
            writeFully(channel, content);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Opens a file for reading and writing, and makes it if it does not exist. */
    public static FileChannel open(Path file) throws IOException {
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return FileChannel.open(file, options, permissions(file, FILE));
    }

    /** Whether others than the owner may enter a folder, as far as its permissions tell. */
    static boolean isOpenToOthers(Path folder) throws IOException {
        return isPosix(folder) && !FOLDER.containsAll(Files.getPosixFilePermissions(folder));
    }

    static void close(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, FOLDER);
    }

    private static void writeFully(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(true);
    }

    private static FileAttribute<?>[] permissions(Path path, Set<PosixFilePermission> permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
