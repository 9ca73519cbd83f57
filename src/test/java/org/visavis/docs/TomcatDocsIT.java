package org.visavis.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.Container;
import org.visavis.Deployments;
import org.visavis.LoginClient;
import org.visavis.TestCertificate;
import org.visavis.User;
import org.visavis.browser.Command;

/** Tomcat as it comes, set up step by step as docs/containers.md says. */
@Tag("tomcat")
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TomcatDocsIT {
    private static final String ADA = "{\"name\":\"ada\",\"role\":\"participant\"}";
    private static final String GRACE = "{\"name\":\"grace\",\"role\":\"moderator\"}";
    private static final String NOBODY = "null";

    /** In the table of what limits access to a group. */
    private static final Pattern GROUP = Pattern.compile("\\| Tomcat \\| `(userSearch=\"\\S+\")` \\|");

    @TempDir
    private Path folder;

    private Tomcat tomcat;

    @BeforeEach
    void unpack() throws IOException {
        tomcat = new Tomcat(folder.resolve("base"));
        tomcat.useOwnServerXml();
        Files.copy(Deployments.warFile().toPath(), tomcat.base().resolve("webapps/visavis.war"));
    }

    @Test
    void settingsHttpsAndTheUsersOfAFile() throws Exception {
        int httpsPort = Server.freePort();
        insert(
                "server.xml",
                "<Engine name=\"Catalina\" defaultHost=\"localhost\">",
                DocBlock.replace(
                        DocBlock.named("containers/tomcat-https"),
                        "port=\"8443\"",
                        "address=\"127.0.0.1\" port=\"" + httpsPort + "\""));
        insert("server.xml", "</Host>", DocBlock.named("containers/tomcat-proxy"));
        assertEquals(DocBlock.named("containers/tomcat-proxy"), DocBlock.named("reverse-proxy/tomcat"));
        makeKeyStore();
        setData();
        Files.writeString(folder.resolve("data/visavis.properties"), DocBlock.named("data/settings"));
        insert(
                "tomcat-users.xml",
                "</tomcat-users>",
                DocBlock.replace(
                        DocBlock.named("containers/tomcat-users"),
                        "PASSWORD-OF-ADA",
                        User.ADA.password(),
                        "PASSWORD-OF-GRACE",
                        User.GRACE.password()));
        try (Server server = tomcat.start(Map.of())) {
            assertEquals(ADA, whoSignsIn(User.ADA), server::log);
            assertEquals(GRACE, whoSignsIn(User.GRACE), server::log);
            assertEquals(NOBODY, whoSignsIn(User.MALLORY), server::log);
            URI page = URI.create("https://localhost:" + httpsPort + "/visavis/webrtc.html");
            assertEquals(
                    200,
                    TestCertificate.client()
                            .send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                            .statusCode());
            assertTrue(cookieBehindAProxy().contains("Secure"));
        }
    }

    @Test
    void peopleOfADirectory() throws Exception {
        try (Directory directory = new Directory()) {
            setData();
            insert("server.xml", "</Host>", realm(directory));
            try (Server server = tomcat.start(Map.of())) {
                assertEquals(ADA, whoSignsIn(User.ADA), server::log);
                assertEquals(GRACE, whoSignsIn(User.GRACE), server::log);
                assertEquals(NOBODY, whoSignsIn(User.MALLORY), server::log);
            }
        }
    }

    @Test
    void onlyAGroupOfADirectory() throws Exception {
        try (Directory directory = new Directory()) {
            Matcher group = GROUP.matcher(Files.readString(Path.of("docs/containers.md")));
            assertTrue(group.find());
            setData();
            insert(
                    "server.xml",
                    "</Host>",
                    DocBlock.replace(realm(directory), "userSearch=\"(uid={0})\"", group.group(1)));
            try (Server server = tomcat.start(Map.of())) {
                assertEquals(NOBODY, whoSignsIn(User.ADA), server::log);
                assertEquals(GRACE, whoSignsIn(User.GRACE), server::log);
            }
        }
    }

    private static String realm(Directory directory) {
        return DocBlock.replace(DocBlock.named("containers/tomcat-ldap"), "ldaps://ldap.example", directory.address());
    }

    /** Names the data folder and says in it that people sign in. */
    private void setData() throws IOException {
        Path data = folder.resolve("data");
        String commands = DocBlock.replace(
                DocBlock.named("containers/settings"), "-o tomcat ", "", "/var/lib/visavis", data.toString());
        assertTrue(Command.run("sh", "-ec", commands).succeeded());
        Files.writeString(
                tomcat.conf("catalina.properties"),
                Files.readString(Container.home().resolve("conf/catalina.properties")) + "\n"
                        + DocBlock.replace(
                                DocBlock.named("containers/tomcat-setting"), "/var/lib/visavis", data.toString()));
    }

    private void insert(String name, String before, String what) throws IOException {
        Path file = tomcat.conf(name);
        Files.writeString(
                file,
                Files.readString(file).replaceFirst(Pattern.quote(before), Matcher.quoteReplacement(what + before)));
    }

    private void makeKeyStore() throws IOException {
        Files.copy(TestCertificate.certificate(), folder.resolve("visavis.crt"));
        Files.copy(TestCertificate.key(), folder.resolve("visavis.key"));
        String command = DocBlock.named("containers/keystore").strip() + " -passout pass:PASSWORD";
        Command made = Command.run(new ProcessBuilder("sh", "-c", command).directory(folder.toFile()), Map.of());
        assertTrue(made.succeeded(), made::output);
        Files.move(folder.resolve("visavis.p12"), tomcat.conf("visavis.p12"));
    }

    private String whoSignsIn(User user) {
        LoginClient client = new LoginClient(tomcat.address("/visavis"));
        client.signInByForm(user);
        return client.identity().get("identity").toString();
    }

    /** What Tomcat sets where it asks for a login. */
    private String cookieBehindAProxy() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(tomcat.address("/visavis").resolve("login"))
                .header("X-Forwarded-Proto", "https")
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
    }
}
