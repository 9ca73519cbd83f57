package org.visavis.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.ComposeFile;
import org.visavis.Deployments;
import org.visavis.LoginClient;
import org.visavis.User;
import org.visavis.browser.Command;

/** What docs/docker.md says holds as far as it can be seen without Docker: docker/up, the settings, and the login. */
@Tag("standalone")
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DockerDocsIT {
    private static final String BUILT = "./mvnw -q -DskipTests package\n";
    private static final String STARTED = "docker compose up --detach --wait --force-recreate\n";
    private static final FileTime EARLIER = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path folder;

    @Test
    void anUpdateOfTheSourcesIsBuilt() throws Exception {
        checkOut("022");
        assertTrue(up().contains(BUILT));
        assertFalse(up().contains(BUILT), "nothing has changed");

        Files.setLastModifiedTime(folder.resolve("target/visavis.war"), EARLIER);
        Files.writeString(folder.resolve("src/main/Changed.java"), "");
        String second = up();
        assertTrue(second.contains(BUILT + STARTED), second);
    }

    /** The services run as users of their own, and see the files with the permissions that they have here. */
    @Test
    void theServicesCanReadTheirFilesWhateverTheUmask() throws Exception {
        checkOut("077");
        up();
        List<Path> mounted = new ArrayList<>(List.of(folder.resolve("docker/secrets/turn")));
        ComposeFile compose = ComposeFile.read();
        for (String service : compose.services()) {
            for (JsonNode volume : compose.service(service).path("volumes")) {
                String source = volume.isTextual()
                        ? volume.asText().split(":", -1)[0]
                        : volume.path("source").asText();
                if (source.startsWith("./")) mounted.add(folder.resolve(source));
            }
        }
        assertTrue(mounted.size() > 5, mounted::toString);
        for (Path root : mounted) {
            try (Stream<Path> files = Files.walk(root)) {
                files.forEach(DockerDocsIT::assertReadable);
            }
        }
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("docker/secrets"))));
    }

    private static void assertReadable(Path file) {
        try {
            var permissions = Files.getPosixFilePermissions(file);
            assertTrue(permissions.contains(PosixFilePermission.OTHERS_READ), file::toString);
            if (Files.isDirectory(file)) {
                assertTrue(permissions.contains(PosixFilePermission.OTHERS_EXECUTE), file::toString);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A copy of what docker/up works with, where Maven makes an empty WAR and Docker only prints its arguments. */
    private void checkOut(String umask) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        script("bin/docker", "echo docker \"$@\"");
        script("mvnw", "echo ./mvnw \"$@\"; mkdir -p target; : > target/visavis.war");
        String copy = "umask " + umask + "; cp --no-preserve=mode -r docker pom.xml docker-compose.yml " + folder
                + "; chmod u+x " + folder + "/docker/up; mkdir -p " + folder + "/src/main";
        assertTrue(Command.run("sh", "-c", copy).succeeded());
        this.umask = umask;
    }

    private String umask;

    private void script(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String up() {
        Command up = Command.run(
                new ProcessBuilder("sh", "-c", "umask " + umask + "; exec docker/up visavis.example")
                        .directory(folder.toFile()),
                Map.of("PATH", folder.resolve("bin") + ":" + System.getenv("PATH")));
        assertTrue(up.succeeded(), up::output);
        assertTrue(up.output().contains(STARTED), up::output);
        return up.output();
    }

    @Test
    void settingsAreWhereComposeLooksForThem() throws IOException {
        JsonNode override = new YAMLMapper().readTree(DocBlock.named("docker/settings"));
        assertEquals(
                "8",
                override.at("/services/visavis/environment/VISAVIS_ROOM_CAPACITY")
                        .asText());
        assertEquals(List.of("services"), names(override));
        assertTrue(ComposeFile.read().services().containsAll(names(override.path("services"))));
    }

    @Test
    void peopleOfTheFileSignIn() throws Exception {
        Files.createDirectories(folder.resolve("docker/secrets"));
        String users = DocBlock.replace(
                DocBlock.named("docker/users"),
                "PASSWORD-OF-ADA",
                User.ADA.password(),
                "PASSWORD-OF-GRACE",
                User.GRACE.password());
        Command written = Command.run(new ProcessBuilder("sh", "-c", users).directory(folder.toFile()), Map.of());
        assertTrue(written.succeeded(), written::output);

        JsonNode service =
                new YAMLMapper().readTree(DocBlock.named("docker/login")).at("/services/visavis");
        String[] volume = service.path("volumes").path(0).asText().split(":", -1);
        assertReadable(folder.resolve(volume[0]));
        Tomcat tomcat = new Tomcat(folder.resolve("tomcat"));
        Files.copy(Path.of("docker/tomcat/server.xml"), tomcat.conf("server.xml"));
        Files.delete(tomcat.conf("tomcat-users.xml"));
        Files.copy(
                folder.resolve(volume[0]),
                tomcat.base().resolve(DocBlock.replace(volume[1], "/usr/local/tomcat/", "")));
        Map<String, String> environment = new HashMap<>();
        service.path("environment")
                .properties()
                .forEach(e -> environment.put(e.getKey(), e.getValue().asText()));
        environment.put(
                "CATALINA_OPTS",
                "-Dhttp.address=127.0.0.1 -Dhttp.port=" + tomcat.port() + " -Dwar=" + Deployments.warFile());
        try (Server server = tomcat.start(environment)) {
            for (User user : List.of(User.ADA, User.GRACE, User.MALLORY)) {
                LoginClient client = new LoginClient(tomcat.address(""));
                client.signInByForm(user);
                assertEquals(
                        switch (user) {
                            case ADA -> "{\"name\":\"ada\",\"role\":\"participant\"}";
                            case GRACE -> "{\"name\":\"grace\",\"role\":\"moderator\"}";
                            case MALLORY, MARGARET -> "null";
                        },
                        client.identity().get("identity").toString(),
                        server::log);
            }
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
