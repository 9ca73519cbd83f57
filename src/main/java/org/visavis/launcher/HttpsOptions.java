package org.visavis.launcher;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.visavis.launcher.certificates.CertificateSource;
import org.visavis.launcher.certificates.GivenCertificate;
import org.visavis.launcher.certificates.HostNames;
import org.visavis.launcher.certificates.MadeCertificate;
import picocli.CommandLine.Option;

/** The options of HTTPS: the port, and where the certificate comes from. */
final class HttpsOptions {
    @Option(
            names = "--https-port",
            paramLabel = "NUMBER",
            converter = OptionValue.SecurePort.class,
            description = "Port for HTTPS, any for any free one, 0 for none (default: 6656).")
    private Integer port;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            split = ",",
            converter = OptionValue.CertificateName.class,
            description =
                    "Another name or address of this computer for the certificate that Visavis makes; may be given"
                            + " several times.")
    private List<String> names = List.of();

    @Option(
            names = "--cert",
            paramLabel = "FILE",
            converter = OptionValue.ReadableFile.class,
            description = "Your own certificate in PEM, with its chain, instead of the one that Visavis makes. Needs"
                    + " --key. Read anew when it changes.")
    private Path certificate;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            converter = OptionValue.ReadableFile.class,
            description = "Private key of the certificate in PEM, without a password.")
    private Path key;

    @Option(
            names = "--keystore",
            paramLabel = "FILE",
            converter = OptionValue.ReadableFile.class,
            description = "Your own certificate and its key in a PKCS#12 file. Read anew when it changes.")
    private Path keystore;

    @Option(
            names = "--keystore-password",
            paramLabel = "PASSWORD",
            description = "Password of the keystore. Others see it on the command line; the environment hides it.")
    private String keystorePassword;

    /** 0 for any free one; null for none. */
    Integer port() {
        return port;
    }

    /**
     * The names and addresses of this computer, those given first. It may ask the name server.
     *
     * @param host where it listens; null if on all addresses
     */
    List<String> names(String host) {
        List<String> given = new ArrayList<>(names);
        if (host != null) {
            HostNames.normalized(host).ifPresent(given::add);
        }
        return HostNames.current(given);
    }

    /**
     * Where the certificate comes from.
     *
     * @param folder for the certificates that Visavis makes
     * @param host where it listens; null if on all addresses
     * @return null without HTTPS
     * @throws StartFailure if the options contradict each other
     */
    CertificateSource source(Path folder, String host) throws StartFailure {
        if ((certificate == null) != (key == null)) {
            throw new StartFailure("Visavis needs both --cert and --key, or neither.", null);
        }
        if (certificate != null && keystore != null) {
            throw new StartFailure("Visavis takes --cert and --key, or --keystore, but not both.", null);
        }
        if (port == null) {
            if (certificate != null || keystore != null) {
                throw new StartFailure("A certificate is for HTTPS, which --https-port 0 switches off.", null);
            }
            return null;
        }
        if (certificate != null) {
            return GivenCertificate.pem(certificate, key);
        }
        return keystore != null
                ? GivenCertificate.keystore(keystore, keystorePassword)
                : new MadeCertificate(folder, () -> names(host), InstantSource.system());
    }
}
