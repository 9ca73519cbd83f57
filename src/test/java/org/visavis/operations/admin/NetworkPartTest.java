package org.visavis.operations.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.launcher.certificates.MadeCertificate;
import org.visavis.launcher.certificates.UnusableCertificate;
import org.visavis.settings.IceSettings;

/** What an administrator sees of the certificate, and of STUN and TURN. */
class NetworkPartTest {
    private static final IceSettings RELAY =
            new IceSettings(List.of("turn:turn.example"), "do not tell", Duration.ofHours(1), "relay", null);

    @TempDir
    Path folder;

    @Test
    void theCertificateIsTheOneThatIsServedNow() throws UnusableCertificate {
        AtomicReference<X509Certificate> served = new AtomicReference<>(made("first", Instant.now()));
        NetworkPart part = new NetworkPart(Optional.of(served::get), RELAY);
        JsonObject shown = written(part).getJsonObject("certificate");
        assertTrue(shown.getString("subject").contains("first"), shown::toString);
        assertEquals(
                served.get().getNotAfter().toInstant().toEpochMilli(),
                shown.getJsonNumber("ends").longValue());
        served.set(made("second", Instant.now()));
        assertTrue(
                written(part).getJsonObject("certificate").getString("subject").contains("second"));
    }

    @Test
    void theSecretStaysSecret() {
        JsonObject shown = written(new NetworkPart(Optional.empty(), RELAY));
        assertFalse(shown.containsKey("certificate"));
        assertEquals(
                "{\"urls\":[\"turn:turn.example\"],\"policy\":\"relay\",\"lifetime\":3600}",
                shown.getJsonObject("ice").toString());
    }

    private X509Certificate made(String name, Instant now) throws UnusableCertificate {
        return new MadeCertificate(folder.resolve(name), () -> List.of(name), () -> now)
                .load()
                .certificate();
    }

    private static JsonObject written(NetworkPart part) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.createGenerator(text)) {
            json.writeStartObject();
            part.write(json);
            json.writeEnd();
        }
        return Json.createReader(new StringReader(text.toString())).readObject();
    }
}
