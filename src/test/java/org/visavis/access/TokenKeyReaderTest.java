package org.visavis.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.visavis.SignedTokens;

/** What administrators give as keys by mistake is refused with a sentence; TokenVerifierTest has those that are right. */
class TokenKeyReaderTest {
    @Test
    void badKeysAreNamed() throws Exception {
        Map<String, String> sentences = Map.of(
                "short",
                "has a secret of 5 bytes; it must have 32 or more.",
                "{\"keys\":[]}",
                "has 0 keys that can be used; it must have 1 to 32.",
                "{\"keys\":7}",
                "is no JSON Web Key Set.",
                new JWKSet(new RSAKeyGenerator(2_048).generate()).toString(false),
                "has a private key; only the public ones belong there.",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "has a PRIVATE KEY in it; it must be a PUBLIC KEY or a CERTIFICATE.");
        sentences.forEach((text, sentence) -> assertEquals(
                sentence,
                assertThrows(IllegalArgumentException.class, () -> read(text)).getMessage()));
        KeyPairGenerator weak = KeyPairGenerator.getInstance("RSA");
        weak.initialize(1_024);
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(weak.generateKeyPair().getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        assertThrows(IllegalArgumentException.class, () -> read(pem));
        byte[] secretSet = ("{\"keys\":[{\"kty\":\"oct\",\"k\":\"" + Base64URL.encode(SignedTokens.SECRET) + "\"}]}")
                .getBytes(StandardCharsets.UTF_8);
        assertEquals(1, TokenKeyReader.read(secretSet, true).size());
        assertThrows(
                IllegalArgumentException.class, () -> TokenKeyReader.read(secretSet, false), "no secret is public");
    }

    private static List<TokenKey> read(String text) {
        return TokenKeyReader.read(text.getBytes(StandardCharsets.UTF_8), true);
    }
}
