package org.visavis.operations.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.visavis.data.OwnerOnly;

/**
 * The link that lets an administrator of {@code java -jar} in. It is in a file that only the owner of the data folder can
 * read. Each link works once and for an hour at most, and then the file has another.
 *
 * <p>Thread-safe.
 */
public final class AdminLink implements AutoCloseable {
    private static final Logger LOG = System.getLogger(AdminLink.class.getName());

    /** How long a link works, in milliseconds: a start's output may stay in a log that others read. */
    static final long LIFETIME = 3_600_000;

    private final Path file;
    private final String page;
    private final LongSupplier clock;

    @GuardedBy("this")
    private String hash;

    @GuardedBy("this")
    private long madeAt;

    /**
     * Makes the first link.
     *
     * @param file takes the link
     * @param page the address of the administrator's page
     * @param clock milliseconds, never running backwards
     */
    public AdminLink(Path file, String page, LongSupplier clock) {
        this.file = file;
        this.page = page;
        this.clock = clock;
        renew();
    }

    /** Uses the link up if it has this token, and returns whether it does. */
    synchronized boolean use(String token) {
        boolean isRight = Secret.equal(Secret.hash(token), hash) && !isOld();
        if (isRight) {
            renew();
        }
        return isRight;
    }

    /** Makes another link if this one is too old. Called once a second. */
    public synchronized void check() {
        if (isOld()) {
            renew();
        }
    }

    @GuardedBy("this")
    private boolean isOld() {
        return clock.getAsLong() - madeAt >= LIFETIME;
    }

    private synchronized void renew() {
        String token = Secret.fresh();
        hash = Secret.hash(token);
        madeAt = clock.getAsLong();
        try {
            // After the #, which browsers send to no server, and so no log has it.
            OwnerOnly.write(file, (page + "#" + token + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The administrator''s next link cannot be written to {0}: {1}.", file, e.toString());
        }
    }

    /** Deletes the file, whose link is of no more use. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
