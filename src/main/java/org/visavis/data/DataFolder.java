package org.visavis.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The folder in which Visavis keeps what must survive a restart. Only its owner can read it, and one process uses it at a
 * time. Its parts are folders and files that are made when they are first asked for.
 */
public final class DataFolder implements AutoCloseable {
    private static final String SETTINGS = "visavis.properties";

    private final Path path;
    private final FolderLock lock;

    private DataFolder(Path path, FolderLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the folder if it does not exist, without taking it. An existing one that others can read is closed to them, but
     * only if it is Visavis' own or empty: somebody may have named {@code /tmp}.
     *
     * @throws DataFolderException if the folder cannot be made, entered or closed to others
     */
    public static Path prepare(String name) throws DataFolderException {
        Path path = parse(name);
        try {
            boolean existed = Files.isDirectory(path);
            OwnerOnly.folder(path);
            if (existed && OwnerOnly.isOpenToOthers(path)) {
                closeToOthers(path);
            }
            if (!Files.isWritable(path)) {
                throw new AccessDeniedException(path.toString());
            }
            return path;
        } catch (DataFolderException e) {
            throw e;
        } catch (IOException e) {
            throw new DataFolderException(
                    "Visavis cannot use the data folder " + path + " (" + reason(e)
                            + "); name one that its user can make or write, with --data, visavis.data or VISAVIS_DATA.",
                    e);
        }
    }

    /**
     * Prepares a folder and takes it until it is closed.
     *
     * @throws DataFolderException also if a process uses it already, which the message names
     */
    public static DataFolder open(String name) throws DataFolderException {
        Path path = prepare(name);
        return new DataFolder(path, FolderLock.take(path));
    }

    /** The folder that somebody else in this process has taken and will close, as the launcher of {@code java -jar} does. */
    public static DataFolder lent(Path path) {
        return new DataFolder(path, null);
    }

    public Path path() {
        return path;
    }

    /** The file with settings. It need not exist. */
    public static Path settings(Path folder) {
        return folder.resolve(SETTINGS);
    }

    /** A certificate authority with its certificates and keys. */
    public Path certificates() throws IOException {
        return OwnerOnly.folder(path.resolve("certificates"));
    }

    /** What only the server knows, one file a secret. */
    public Path secrets() throws IOException {
        return OwnerOnly.folder(path.resolve("secrets"));
    }

    /** What administrators read. */
    public Path logs() throws IOException {
        return OwnerOnly.folder(path.resolve("logs"));
    }

    /** Where the audit log is kept, which makes it when it needs it. */
    public Path audit() {
        return path.resolve("audit");
    }

    /** A file with a link that lets an administrator in, while the server runs. */
    public static Path administratorLink(Path folder) {
        return folder.resolve("admin-link");
    }

    /** Files that no later process needs: what an earlier one has left is deleted. */
    public Path work() throws IOException {
        Path work = path.resolve("work");
        FileTree.delete(work);
        return OwnerOnly.folder(work);
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }

    private static Path parse(String name) throws DataFolderException {
        try {
            return Path.of(name).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new DataFolderException("The data folder \"" + name + "\" is no path: " + e.getReason() + ".", e);
        }
    }

    private static void closeToOthers(Path path) throws IOException {
        try (Stream<Path> content = Files.list(path)) {
            boolean ours = FolderLock.isIn(path) || Files.exists(settings(path));
            if (!ours && content.findAny().isPresent()) {
                throw new DataFolderException(
                        "The data folder " + path
                                + " has files of something else in it, and others can read it; name an"
                                + " empty or a new one, or close it to others (chmod 700).",
                        null);
            }
        }
        OwnerOnly.close(path);
    }

    /** In words. The messages of these exceptions are mostly the path alone. */
    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "it is a file";
        }
        if (e instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        return e.toString();
    }
}
