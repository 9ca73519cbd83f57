package org.visavis.launcher.certificates;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A certificate in files of the administrator. It is read anew when a file changes. */
public final class GivenCertificate implements CertificateSource {
    private interface Reader {
        ServerIdentity read() throws UnusableCertificate;
    }

    private final List<Path> files;
    private final Reader reader;
    private List<Object> state;

    /** Whether the present files have been refused, which the log has. */
    private boolean refused;

    private GivenCertificate(List<Path> files, Reader reader) {
        this.files = files;
        this.reader = reader;
    }

    /**
     * PEM files.
     *
     * @param certificate of the server, then those of its issuers
     * @param key without a password; may be the same file
     */
    public static GivenCertificate pem(Path certificate, Path key) {
        return new GivenCertificate(List.of(certificate, key), () -> {
            List<X509Certificate> chain = PemFile.read(certificate).certificates();
            if (chain.isEmpty()) {
                throw new UnusableCertificate("There is no certificate in " + certificate + ".");
            }
            PemFile keys = PemFile.read(key);
            if (keys.keys().isEmpty()) {
                throw new UnusableCertificate("There is no private key in " + key + ".");
            }
            ServerIdentity identity = new ServerIdentity(keys.keys().get(0), chain);
            if (!identity.matches()) {
                throw new UnusableCertificate(
                        "The key in " + key + " does not belong to the first certificate in " + certificate + ".");
            }
            return identity;
        });
    }

    /**
     * A PKCS#12 file. The first private key in it is used, with its certificates.
     *
     * @param password of the file and of the key in it; null if it has none
     */
    public static GivenCertificate keystore(Path file, String password) {
        return new GivenCertificate(List.of(file), () -> readKeystore(file, password));
    }

    private static ServerIdentity readKeystore(Path file, String password) throws UnusableCertificate {
        char[] secret = password == null ? new char[0] : password.toCharArray();
        try (InputStream content = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(content, secret);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getEntry(alias, protection(store, alias, secret)) instanceof KeyStore.PrivateKeyEntry entry) {
                    return new ServerIdentity(
                            entry.getPrivateKey(),
                            Arrays.stream(entry.getCertificateChain())
                                    .map(X509Certificate.class::cast)
                                    .toList());
                }
            }
            throw new UnusableCertificate("There is no private key with a certificate in " + file + ".");
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            if (e instanceof UnrecoverableKeyException || e.getCause() instanceof UnrecoverableKeyException) {
                throw new UnusableCertificate(
                        "The keystore " + file
                                + (password == null
                                        ? " has a password; give it with --keystore-password."
                                        : " has another password than the one given."),
                        e);
            }
            throw new UnusableCertificate(file + " cannot be read as a PKCS#12 keystore (" + e.getMessage() + ").", e);
        }
    }

    /** Java refuses a password for entries that have none. */
    private static KeyStore.ProtectionParameter protection(KeyStore store, String alias, char[] secret)
            throws GeneralSecurityException {
        return store.isKeyEntry(alias) ? new KeyStore.PasswordProtection(secret) : null;
    }

    @Override
    public ServerIdentity load() throws UnusableCertificate {
        state = state(); // before the content: a change in between is seen the next time
        return reader.read();
    }

    @Override
    public Optional<ServerIdentity> renewed() throws UnusableCertificate {
        List<Object> present = state();
        if (present.equals(state)) {
            return Optional.empty();
        }
        try {
            ServerIdentity identity = reader.read();
            state = present;
            refused = false;
            return Optional.of(identity);
        } catch (UnusableCertificate e) { // perhaps half-written, so it is read again the next time
            if (refused) {
                return Optional.empty(); // the log has it already
            }
            refused = true;
            throw e;
        }
    }

    @Override
    public Optional<X509Certificate> authority() {
        return Optional.empty();
    }

    /** What changes when somebody writes or replaces a file. */
    private List<Object> state() {
        return files.stream().map(GivenCertificate::state).toList();
    }

    private static Object state(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return List.of(
                    attributes.size(),
                    attributes.lastModifiedTime(),
                    Objects.requireNonNullElse(attributes.fileKey(), "")); // Windows has none
        } catch (IOException e) {
            return "absent";
        }
    }
}
