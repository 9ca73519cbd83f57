package org.visavis.ice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLException;
import org.visavis.protocol.ServerMessage.IceServer;
import org.visavis.settings.IceSettings;

/**
 * Asks a STUN or TURN server for what browsers ask it for, with the same credentials: whether it answers, and whether it
 * relays for those to whom Visavis gives credentials (RFC 8489, RFC 8656). It blocks for some seconds if nothing answers.
 */
public final class RelayCheck {
    /** What came of it. */
    public enum Result {
        WORKS("works"),
        /** No answer: wrong name or port, a firewall, or nothing is running there. */
        UNREACHABLE("unreachable"),
        /** TLS does not trust the certificate. Browsers may know its CA even so. */
        UNTRUSTED("untrusted"),
        /** Another secret, or clocks that differ. */
        CREDENTIAL_REFUSED("credential-refused"),
        /** It knows the credential, but gives no relay address: no ports are left, or it may not. */
        NO_RELAY("no-relay"),
        /** TURN over DTLS, which Java cannot speak in a few lines. */
        NOT_CHECKED("not-checked");

        private final String code;

        Result(String code) {
            this.code = code;
        }

        /** The code for programs. */
        public String code() {
            return code;
        }
    }

    private static final int ALLOCATE = 0x0003;
    private static final int REFRESH = 0x0004;

    private static final int USERNAME = 0x0006;
    private static final int MESSAGE_INTEGRITY = 0x0008;
    private static final int LIFETIME = 0x000D;
    private static final int REALM = 0x0014;
    private static final int NONCE = 0x0015;
    private static final int REQUESTED_TRANSPORT = 0x0019;

    private static final int UNAUTHENTICATED = 401;
    private static final int STALE_NONCE = 438;

    /** UDP in the first byte (RFC 8656, section 18.7): what browsers want relayed. */
    private static final byte[] UDP = {17, 0, 0, 0};

    /** Message integrity is a HMAC-SHA1 of 20 bytes after a header of 4. */
    private static final int INTEGRITY_LENGTH = 24;

    private final String username;
    private final String password;

    private RelayCheck(String username, String password) {
        this.username = username;
        this.password = password;
    }

    /**
     * Tries a server at one of its URLs.
     *
     * @param server with the credential, which STUN does not need
     * @param url as browsers get it (RFC 7064, RFC 7065)
     */
    public static Result of(IceServer server, String url) {
        if (url.startsWith("turns:") && url.endsWith("?transport=udp")) {
            return Result.NOT_CHECKED;
        }
        try (StunConnection connection = StunConnection.to(url)) {
            return IceSettings.isTurn(url)
                    ? new RelayCheck(server.username(), server.credential()).allocation(connection)
                    : binding(connection);
        } catch (SSLException e) {
            return Result.UNTRUSTED;
        } catch (IOException | GeneralSecurityException e) {
            return Result.UNREACHABLE;
        }
    }

    private static Result binding(StunConnection connection) throws IOException {
        StunPacket answer = connection.ask(StunPacket.request(StunPacket.BINDING));
        return answer.isSuccess() ? Result.WORKS : Result.UNREACHABLE;
    }

    private Result allocation(StunConnection connection) throws IOException, GeneralSecurityException {
        StunPacket challenge = connection.ask(allocate());
        StunPacket answer = connection.ask(signed(allocate(), challenge));
        if (answer.errorCode() == STALE_NONCE) {
            challenge = answer;
            answer = connection.ask(signed(allocate(), challenge));
        }
        if (answer.isSuccess()) {
            byte[] atOnce = new byte[Integer.BYTES];
            connection.tell(signed(StunPacket.request(REFRESH).with(LIFETIME, atOnce), challenge)); // gives it back
            return Result.WORKS;
        }
        return answer.errorCode() == UNAUTHENTICATED ? Result.CREDENTIAL_REFUSED : Result.NO_RELAY;
    }

    /** Another request each time: an answer belongs to one. */
    private static StunPacket allocate() {
        return StunPacket.request(ALLOCATE).with(REQUESTED_TRANSPORT, UDP);
    }

    /** The request with what proves the credential (RFC 8489, section 9.2). */
    private StunPacket signed(StunPacket request, StunPacket challenge) throws GeneralSecurityException {
        byte[] realm = challenge.attribute(REALM);
        StunPacket named = request.with(USERNAME, username.getBytes(StandardCharsets.UTF_8))
                .with(REALM, realm)
                .with(NONCE, challenge.attribute(NONCE));
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        md5.update((username + ":").getBytes(StandardCharsets.UTF_8));
        md5.update(realm);
        byte[] key = md5.digest((":" + password).getBytes(StandardCharsets.UTF_8));
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "HmacSHA1"));
        return named.with(MESSAGE_INTEGRITY, mac.doFinal(named.bytes(INTEGRITY_LENGTH)));
    }
}
