package org.visavis.launcher.certificates;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.visavis.data.OwnerOnly;

/**
 * A certificate that Visavis makes itself, in {@code server.pem}, issued by its own {@link Authority}. It is made anew when a
 * third of its life is left, and when this computer has a name or an address that is not in it.
 */
public final class MadeCertificate implements CertificateSource {
    private static final Logger LOG = System.getLogger("org.visavis.launcher");

    /** Browsers take at most 398 days, from the day on which it begins; it begins a day ago, for clocks that are behind. */
    private static final Duration LIFETIME = Duration.ofDays(396);

    /** How often it asks for the names of this computer, for which the system may have to ask a name server. */
    private static final Duration BETWEEN_CHECKS = Duration.ofMinutes(1);

    /** How long before the end of the CA the log begins to say so. */
    private static final Duration END_OF_AUTHORITY = Duration.ofDays(365);

    private final Path folder;
    private final Supplier<List<String>> names;
    private final InstantSource clock;

    private Authority authority;
    private ServerIdentity identity;
    private Instant checked;
    private boolean failed;

    /**
     * @param folder takes {@code ca.pem} and {@code server.pem}; made if it does not exist
     * @param names the present names and addresses of this computer, see {@link HostNames#current}
     */
    public MadeCertificate(Path folder, Supplier<List<String>> names, InstantSource clock) {
        this.folder = folder;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public ServerIdentity load() throws UnusableCertificate {
        Instant now = clock.instant();
        List<String> present = names.get();
        try {
            OwnerOnly.folder(folder);
        } catch (IOException e) {
            throw new UnusableCertificate(
                    "Visavis cannot keep its certificate in " + folder + ": " + e.getMessage(), e);
        }
        if (Files.exists(file()) && Files.notExists(folder.resolve("ca.pem"))) {
            throw new UnusableCertificate(
                    "The CA in " + folder + " is lost: there is server.pem, but not ca.pem, which has"
                            + " issued it. Restore it from a backup; or remove the folder, then Visavis makes a new CA, which"
                            + " everybody must import anew.");
        }
        authority = Authority.in(folder.resolve("ca.pem"), present.get(0), now);
        warnOfItsEnd(now);
        identity = Files.exists(file()) ? read() : issue(present, now);
        if (isDue(present, now)) {
            identity = issue(present, now);
        }
        checked = now;
        return identity;
    }

    @Override
    public Optional<ServerIdentity> renewed() throws UnusableCertificate {
        Instant now = clock.instant();
        if (now.isBefore(checked.plus(BETWEEN_CHECKS)) && !now.isBefore(checked)) { // the clock may be set back
            return Optional.empty();
        }
        checked = now;
        List<String> present = names.get();
        if (!isDue(present, now)) {
            return Optional.empty();
        }
        try {
            identity = issue(present, now);
        } catch (UnusableCertificate e) {
            if (failed) {
                return Optional.empty(); // the log has it already
            }
            failed = true;
            throw e;
        }
        failed = false;
        return Optional.of(identity);
    }

    @Override
    public Optional<X509Certificate> authority() {
        return Optional.of(authority.certificate());
    }

    private void warnOfItsEnd(Instant now) throws UnusableCertificate {
        Instant end = authority.certificate().getNotAfter().toInstant();
        String remedy = "Remove this folder, then Visavis makes a new CA, which everybody must import.";
        if (!now.isBefore(end)) {
            throw new UnusableCertificate("The CA in " + folder + " ended on " + end + ". " + remedy);
        }
        if (end.minus(END_OF_AUTHORITY).isBefore(now)) {
            LOG.log(Level.WARNING, "The CA in {0} ends on {1}. {2}", folder.toString(), end.toString(), remedy);
        }
    }

    private Path file() {
        return folder.resolve("server.pem");
    }

    private ServerIdentity read() throws UnusableCertificate {
        PemFile content = PemFile.read(file());
        if (content.keys().size() == 1 && !content.certificates().isEmpty()) {
            ServerIdentity found = new ServerIdentity(content.keys().get(0), content.certificates());
            if (found.matches() && authority.hasIssued(found.certificate())) {
                return found;
            }
        }
        throw new UnusableCertificate("Visavis has not made the certificate in " + file()
                + " with the CA beside it. Remove the file, then Visavis makes a new certificate; to use your own, give"
                + " --cert and --key.");
    }

    private ServerIdentity issue(List<String> present, Instant now) throws UnusableCertificate {
        ServerIdentity issued = authority.issue(present, now, LIFETIME);
        try {
            OwnerOnly.write(file(), PemFile.write(issued.key(), issued.chain()).getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UnusableCertificate("Visavis cannot write its certificate to " + file() + ": " + e, e);
        }
        return issued;
    }

    private boolean isDue(List<String> present, Instant now) {
        X509Certificate certificate = identity.certificate();
        Instant begin = certificate.getNotBefore().toInstant();
        Instant end = certificate.getNotAfter().toInstant();
        Instant due = end.minus(Duration.between(begin, end).dividedBy(3));
        if (end.equals(authority.certificate().getNotAfter().toInstant())) {
            due = end; // a new one would not last longer than the CA, either
        }
        return now.isBefore(begin) || !now.isBefore(due) || !identity.names().containsAll(present);
    }
}
