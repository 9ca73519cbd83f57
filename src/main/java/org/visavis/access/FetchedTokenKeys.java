package org.visavis.access;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The keys of a JSON Web Key Set at an URL. A thread of its own fetches them, at the start, then once an hour while tokens
 * come, and when a token names an unknown key, at most once a minute. If that fails, the keys of before stay.
 */
final class FetchedTokenKeys implements TokenKeys {
    private static final Logger LOG = System.getLogger(FetchedTokenKeys.class.getName());

    /** How long connecting and each read may take, and all of it; in milliseconds. */
    private static final int TIMEOUT = 5_000;

    private static final long MAX_TIME = 10_000;

    /** In milliseconds: how often the keys are fetched at most, and how old they may get. */
    static final long MIN_AGE = 60_000;

    static final long MAX_AGE = 60 * MIN_AGE;

    private final URI address;
    private final LongSupplier clock;
    private volatile List<TokenKey> keys = List.of();

    @GuardedBy("this")
    private long startedAt;

    @GuardedBy("this")
    private Thread thread;

    @GuardedBy("this")
    private HttpURLConnection connection;

    @GuardedBy("this")
    private boolean closed;

    /** Fetches the keys, and waits for them as long as a fetch may take: those who come first after a start need them. */
    FetchedTokenKeys(URI address, LongSupplier clock) {
        this.address = address;
        this.clock = clock;
        synchronized (this) {
            start();
        }
        join(MAX_TIME);
    }

    @Override
    public List<TokenKey> current() {
        fetchIfOlderThan(keys.isEmpty() ? MIN_AGE : MAX_AGE);
        return keys;
    }

    @Override
    public void missed() {
        fetchIfOlderThan(MIN_AGE);
    }

    private synchronized void fetchIfOlderThan(long age) {
        if (!closed && !thread.isAlive() && clock.getAsLong() - startedAt >= age) {
            start();
        }
    }

    @GuardedBy("this")
    private void start() {
        startedAt = clock.getAsLong();
        thread = new Thread(this::fetch, "visavis-token-keys");
        thread.setDaemon(true);
        thread.start();
    }

    private void fetch() {
        try {
            keys = TokenKeyReader.read(content(), false);
            LOG.log(Level.INFO, "Keys for tokens came from {0}: {1}.", address, keys.size());
        } catch (IOException | RuntimeException e) {
            String what = e instanceof IllegalArgumentException ? "What it sent " + e.getMessage() : e + ".";
            LOG.log(Level.WARNING, "No keys for tokens could be had from " + address + ". " + what);
        }
    }

    private byte[] content() throws IOException {
        URLConnection opened = address.toURL().openConnection();
        if (!(opened instanceof HttpURLConnection http)) {
            throw new IOException("it is no HTTP address");
        }
        http.setConnectTimeout(TIMEOUT);
        http.setReadTimeout(TIMEOUT);
        http.setInstanceFollowRedirects(false); // it might lead to plain HTTP, or into the building
        http.setUseCaches(false);
        http.setRequestProperty("Accept", "application/json");
        synchronized (this) {
            if (closed) {
                throw new IOException("the server stops");
            }
            connection = http;
        }
        try {
            if (http.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new IOException("the answer has the status " + http.getResponseCode());
            }
            return body(http);
        } finally {
            http.disconnect(); // nothing is kept open for the next hour
        }
    }

    private byte[] body(HttpURLConnection http) throws IOException {
        long until = clock.getAsLong() + MAX_TIME;
        byte[] body = new byte[TokenKeyReader.MAX_LENGTH + 1];
        int length = 0;
        try (InputStream stream = http.getInputStream()) {
            int read = 0;
            while (read >= 0 && length < body.length) {
                length += read;
                if (clock.getAsLong() > until) {
                    throw new IOException("the answer took too long");
                }
                read = stream.read(body, length, body.length - length);
            }
        }
        return Arrays.copyOf(body, length);
    }

    private void join(long milliseconds) {
        Thread running;
        synchronized (this) {
            running = thread;
        }
        try {
            running.join(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        HttpURLConnection open;
        synchronized (this) {
            closed = true;
            open = connection;
        }
        if (open != null) {
            open.disconnect();
        }
        join(MAX_TIME);
    }
}
