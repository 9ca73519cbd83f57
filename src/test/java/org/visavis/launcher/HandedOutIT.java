package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What {@code trust.html} hands out: the CA in each form, and its address as a QR code. */
@Tag("standalone")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HandedOutIT {
    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private LaunchedWar war;
    private URI base;

    @BeforeEach
    void launch() throws Exception {
        List<String> arguments =
                List.of("--port", "0", "--https-port", "any", "--name", "calls.example", "--context", "/house");
        war = new LaunchedWar(folder, Map.of(), arguments);
        base = war.address();
    }

    @AfterEach
    void end() {
        war.close();
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        HttpResponse<byte[]> answer =
                http.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode(), path);
        return answer;
    }

    private static String typeOf(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("none");
    }

    private static X509Certificate parse(byte[] der) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    @Test
    void aCertificateThatMakesTheServerTrusted() throws Exception {
        HttpResponse<byte[]> answer = get("trust/ca.crt");

        assertEquals("application/x-x509-ca-cert", typeOf(answer));
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", parse(answer.body()));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        HttpClient client = HttpClient.newBuilder().sslContext(context).build();
        HttpRequest overHttps = HttpRequest.newBuilder(war.secureAddress()).build();
        assertEquals(200, client.send(overHttps, BodyHandlers.discarding()).statusCode());
    }

    @Test
    void aProfileForAppleDevicesThatIsAlwaysTheSame() throws Exception {
        HttpResponse<byte[]> answer = get("trust/ca.mobileconfig");

        assertEquals("application/x-apple-aspen-config", typeOf(answer));
        assertArrayEquals(answer.body(), get("trust/ca.mobileconfig").body());
        Map<String, String> root = texts(answer.body());
        assertEquals("com.apple.security.root", root.get("PayloadType"));
        assertArrayEquals(get("trust/ca.crt").body(), Base64.getDecoder().decode(root.get("PayloadContent")));
        assertTrue(root.get("PayloadUUID").matches("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}"), root::toString);
        assertTrue(root.get("PayloadDisplayName").startsWith("Visavis CA of calls.example ("), root::toString);
    }

    /** The texts of the last entry with each key, which are those of the certificate within the profile. */
    private static Map<String, String> texts(byte[] plist) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(plist));
        Map<String, String> texts = new HashMap<>();
        NodeList keys = document.getElementsByTagName("key");
        for (int i = 0; i < keys.getLength(); i++) {
            Node value = keys.item(i).getNextSibling();
            while (value.getNodeType() != Node.ELEMENT_NODE) {
                value = value.getNextSibling();
            }
            if (!value.getNodeName().equals("array")) {
                texts.put(keys.item(i).getTextContent(), value.getTextContent().strip());
            }
        }
        return texts;
    }

    @Test
    void anAddressForOthersAndAFingerprint() throws Exception {
        JsonObject trust =
                Json.createReader(new ByteArrayInputStream(get("trust").body())).readObject();

        JsonObject authority = trust.getJsonObject("authority");
        String address = "http://calls.example:" + base.getPort() + "/house/trust.html";
        assertEquals(address, authority.getString("address")); // asked by way of localhost, which leads others nowhere
        assertEquals(war.secureAddress().getPort(), trust.getInt("httpsPort"));
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(get("trust/ca.crt").body());
        assertEquals(HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest), authority.getString("fingerprint"));
        assertEquals(address, read(new String(get("trust/qr.svg").body(), StandardCharsets.UTF_8)));
    }

    /** Reads a QR code as a camera does, of pictures with five pixels for each of its squares. */
    private static String read(String svg) throws Exception {
        Matcher box = Pattern.compile("viewBox=\"-4 -4 (\\d+) ").matcher(svg);
        assertTrue(box.find(), svg);
        int width = Integer.parseInt(box.group(1));
        int scale = 5;
        int[] pixels = new int[width * scale * width * scale];
        Arrays.fill(pixels, 0xFFFFFF);
        for (MatchResult square :
                Pattern.compile("M(\\d+) (\\d+)h1").matcher(svg).results().toList()) {
            for (int i = 0; i < scale * scale; i++) {
                int x = (Integer.parseInt(square.group(1)) + 4) * scale + i % scale;
                int y = (Integer.parseInt(square.group(2)) + 4) * scale + i / scale;
                pixels[y * width * scale + x] = 0;
            }
        }
        RGBLuminanceSource picture = new RGBLuminanceSource(width * scale, width * scale, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                .getText();
    }

    @Test
    void nothingWithAGivenCertificate() throws Exception {
        war.close();
        war = ServingMode.HTTPS.launch(folder, Map.of());
        base = war.address();

        assertTrue(new String(get("trust").body(), StandardCharsets.UTF_8).contains("\"authority\":null"));
        for (String path : List.of("trust/ca.crt", "trust/ca.mobileconfig", "trust/qr.svg")) {
            HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).build();
            assertEquals(404, http.send(request, BodyHandlers.discarding()).statusCode());
        }
    }
}
