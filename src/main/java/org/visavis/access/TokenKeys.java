package org.visavis.access;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

/** The keys with which tokens may be signed. Thread-safe. */
public interface TokenKeys extends AutoCloseable {
    /** The keys that are known now; empty if they could not be had yet. Never blocks. */
    List<TokenKey> current();

    /** A token names a key that is not there: there may be new ones. Never blocks. */
    default void missed() {}

    @Override
    default void close() {}

    /**
     * Opens the keys that the setting {@code visavis.token.keys} names.
     *
     * @param named path of a file, or an URL
     * @param clock milliseconds, never running backwards
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    static TokenKeys open(String named, LongSupplier clock) {
        if (named.startsWith("https://") || named.startsWith("http://")) {
            return new FetchedTokenKeys(address(named), clock);
        }
        List<TokenKey> keys = read(named);
        return () -> keys;
    }

    private static URI address(String named) {
        try {
            URI address = URI.create(named);
            String host = address.getHost();
            if (host != null && (address.getScheme().equals("https") || isThisComputer(host))) {
                return address;
            }
        } catch (IllegalArgumentException | IOException e) {
            // reported below
        }
        throw new IllegalArgumentException("The setting visavis.token.keys is '" + named
                + "'; a URL must begin with https://, unless it is on this computer (http://localhost:8080/keys).");
    }

    /** Asks no name server. */
    private static boolean isThisComputer(String host) throws IOException {
        boolean isAddress = host.matches("\\[[0-9a-f:]+]|[0-9]+(\\.[0-9]+){3}");
        return host.equals("localhost")
                || (isAddress && InetAddress.getByName(host).isLoopbackAddress());
    }

    private static List<TokenKey> read(String named) {
        try (InputStream file = Files.newInputStream(Path.of(named))) {
            byte[] content = file.readNBytes(TokenKeyReader.MAX_LENGTH + 1);
            return TokenKeyReader.read(content, true);
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException(
                    "The file '" + named + "' (visavis.token.keys) cannot be read: " + e + ".", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The file '" + named + "' (visavis.token.keys) " + e.getMessage(), e);
        }
    }
}
