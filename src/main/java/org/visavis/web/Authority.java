package org.visavis.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** The certificate of the CA that people import, in the forms in which systems take it. */
final class Authority {
    private final byte[] encoded;
    private final X509Certificate certificate;
    private final byte[] digest;

    /**
     * @param encoded the certificate in DER
     * @throws IllegalArgumentException if it is none
     */
    Authority(byte[] encoded) {
        this.encoded = encoded.clone();
        try {
            certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
            digest = MessageDigest.getInstance("SHA-256").digest(encoded);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("This is no certificate.", e);
        }
    }

    /** In DER. */
    byte[] encoded() {
        return encoded.clone();
    }

    /** SHA-256, as browsers and systems show it. */
    String fingerprint() {
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    }

    /** Its common name, which lists of certificates show. */
    String name() {
        String all = certificate.getSubjectX500Principal().getName();
        try {
            return new LdapName(all)
                    .getRdns().stream()
                            .filter(part ->
                                    part.getType().toUpperCase(Locale.ROOT).equals("CN"))
                            .map(Rdn::getValue)
                            .map(Object::toString)
                            .findFirst()
                            .orElse(all);
        } catch (InvalidNameException e) {
            return all;
        }
    }

    /**
     * A configuration profile for iPhones, iPads and Macs (Apple's Configuration Profile Reference). It is the same each time:
     * its identifiers are made from the certificate, so that a second import replaces the first.
     */
    byte[] appleProfile() {
        String identifier = "org.visavis.ca." + HexFormat.of().formatHex(digest, 0, 8);
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                  <key>PayloadType</key><string>Configuration</string>
                  <key>PayloadVersion</key><integer>1</integer>
                  <key>PayloadIdentifier</key><string>%1$s</string>
                  <key>PayloadUUID</key><string>%2$s</string>
                  <key>PayloadDisplayName</key><string>%3$s</string>
                  <key>PayloadDescription</key><string>Lets this device trust the video calls of this house.</string>
                  <key>PayloadContent</key>
                  <array>
                    <dict>
                      <key>PayloadType</key><string>com.apple.security.root</string>
                      <key>PayloadVersion</key><integer>1</integer>
                      <key>PayloadIdentifier</key><string>%1$s.root</string>
                      <key>PayloadUUID</key><string>%4$s</string>
                      <key>PayloadDisplayName</key><string>%3$s</string>
                      <key>PayloadCertificateFileName</key><string>visavis-ca.crt</string>
                      <key>PayloadContent</key>
                      <data>%5$s</data>
                    </dict>
                  </array>
                </dict>
                </plist>
                """.formatted(
                        identifier,
                        uuid("profile"),
                        escaped(name()),
                        uuid("root"),
                        Base64.getEncoder().encodeToString(encoded))
                .getBytes(UTF_8);
    }

    private String uuid(String purpose) {
        String source = purpose + fingerprint();
        return UUID.nameUUIDFromBytes(source.getBytes(UTF_8)).toString().toUpperCase(Locale.ROOT);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
