package org.visavis.operations.admin;

import jakarta.json.stream.JsonGenerator;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Supplier;
import org.visavis.settings.IceSettings;

/** By what ways browsers reach the server and each other: the certificate of {@code java -jar}, STUN and TURN. */
public final class NetworkPart implements StatePart {
    private final Optional<Supplier<X509Certificate>> certificate;
    private final IceSettings ice;

    /**
     * @param certificate the server's own as it is now; nothing where the container or a proxy has HTTPS
     * @param ice as the settings say
     */
    public NetworkPart(Optional<Supplier<X509Certificate>> certificate, IceSettings ice) {
        this.certificate = certificate;
        this.ice = ice;
    }

    @Override
    public void write(JsonGenerator json) {
        certificate
                .map(Supplier::get)
                .ifPresent(present -> json.writeStartObject("certificate")
                        .write("subject", present.getSubjectX500Principal().getName())
                        .write("ends", present.getNotAfter().toInstant().toEpochMilli())
                        .writeEnd());
        json.writeStartObject("ice").writeStartArray("urls");
        ice.urls().forEach(json::write);
        json.writeEnd().write("policy", ice.transportPolicy());
        if (ice.turnSecret() != null) {
            json.write("lifetime", ice.turnLifetime().toSeconds());
        }
        json.writeEnd();
    }
}
