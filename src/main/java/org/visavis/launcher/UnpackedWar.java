package org.visavis.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.visavis.data.FileTree;
import org.visavis.data.OwnerOnly;

/**
 * The content of the WAR in a folder of its own, {@code application/VERSION-DIGEST} in the data folder. A server that runs
 * from there needs the WAR no more, so that another one can be copied over it.
 *
 * @param folder has the web application in {@code webapp}, and a copy of the WAR for the classes of the launcher
 */
record UnpackedWar(Path folder) {
    private static final String ALL = "application";
    private static final String LOCK = "lock";
    private static final String COPY = "visavis.war";
    private static final String WEBAPP = "webapp";

    /** What is being unpacked or deleted, or was when the process was killed. */
    private static final String DRAFT = "unpacking";

    /** Hexadecimal digits of the SHA-256 of the WAR that tell it from another of the same version. */
    private static final int DIGITS = 12;

    /** Unpacks a WAR unless this has been done. Another process that does the same at this time is waited for. */
    static UnpackedWar of(Path war, Path dataFolder) throws IOException {
        Path all = OwnerOnly.folder(dataFolder.resolve(ALL));
        try (FileChannel lock = OwnerOnly.open(all.resolve(LOCK))) {
            lock.lock();
            UnpackedWar before = new UnpackedWar(all.resolve(nameOf(war)));
            if (Files.isDirectory(before.folder)) {
                return before;
            }
            Path draft = all.resolve(DRAFT);
            FileTree.delete(draft);
            Path copy = OwnerOnly.folder(draft).resolve(COPY);
            try (InputStream content = Files.newInputStream(war)) { // once, since it may be replaced meanwhile
                Files.copy(content, copy);
            }
            UnpackedWar unpacked = new UnpackedWar(all.resolve(nameOf(copy)));
            if (Files.isDirectory(unpacked.folder)) { // the WAR has been replaced meanwhile
                FileTree.delete(draft);
            } else {
                unpack(copy, draft.resolve(WEBAPP));
                Files.move(draft, unpacked.folder, StandardCopyOption.ATOMIC_MOVE);
            }
            return unpacked;
        }
    }

    Path webapp() {
        return folder.resolve(WEBAPP);
    }

    /** The launcher's classes, and the libraries that they need. */
    URL[] classPath() throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(folder.resolve(COPY).toUri().toURL());
        try (Stream<Path> jars = Files.list(webapp().resolve("WEB-INF/embedded"))) {
            for (Path jar : jars.toList()) {
                urls.add(jar.toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    /** Deletes those of other versions, whole or not at all. Only the process that has taken the data folder may do that. */
    void deleteOthers() throws IOException {
        Path draft = folder.resolveSibling(DRAFT);
        try (FileChannel lock = OwnerOnly.open(folder.resolveSibling(LOCK));
                Stream<Path> all = Files.list(folder.getParent())) {
            lock.lock();
            FileTree.delete(draft);
            for (Path other : all.filter(Files::isDirectory).toList()) {
                if (!other.equals(folder) && !other.equals(draft)) {
                    Files.move(other, draft, StandardCopyOption.ATOMIC_MOVE);
                    FileTree.delete(draft);
                }
            }
        }
    }

    private static void unpack(Path war, Path webapp) throws IOException {
        force(war);
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(war)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory() || entry.getName().startsWith("org/")) { // org/: the launcher itself
                    continue;
                }
                Path file = webapp.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
                force(file);
                // ETag and Last-Modified are made from it, so browser caches stay valid over a restart of the server.
                Files.setLastModifiedTime(file, entry.getLastModifiedTime());
            }
        }
    }

    /** Brings a file to the disk, not only to the cache of the system: after a power cut the folder is whole or not there. */
    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static String nameOf(Path war) throws IOException {
        return version(war) + "-" + digest(war);
    }

    private static String version(Path war) throws IOException {
        try (JarInputStream jar = new JarInputStream(new BufferedInputStream(Files.newInputStream(war)))) {
            Manifest manifest = jar.getManifest();
            return manifest == null
                    ? "unknown"
                    : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
        }
    }

    private static String digest(Path war) throws IOException {
        try (DigestInputStream content =
                new DigestInputStream(Files.newInputStream(war), MessageDigest.getInstance("SHA-256"))) {
            content.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(content.getMessageDigest().digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // each JDK has it
        }
    }
}
