package org.visavis.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.Container;
import org.visavis.TestCertificate;
import org.visavis.browser.Command;

/** WildFly takes the commands of docs/containers.md, in a configuration of its own that nothing serves. */
@Tag("wildfly")
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WildFlyDocsIT {
    /** In the table of what limits access to a group. */
    private static final Pattern GROUP = Pattern.compile("\\| WildFly \\| `(filter-name=\"\\S+\")` in");

    @TempDir
    private Path folder;

    @BeforeEach
    void unpack() throws IOException {
        Path source = Container.home().resolve("standalone/configuration");
        Path target = Files.createDirectories(folder.resolve("base/configuration"));
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
        Files.copy(TestCertificate.certificate(), folder.resolve("visavis.crt"));
        Files.copy(TestCertificate.key(), folder.resolve("visavis.key"));
        Command made = Command.run(
                new ProcessBuilder(
                                "sh",
                                "-c",
                                DocBlock.named("containers/keystore").strip() + " -passout pass:PASSWORD")
                        .directory(folder.toFile()),
                Map.of());
        assertTrue(made.succeeded(), made::output);
        Files.move(folder.resolve("visavis.p12"), target.resolve("visavis.p12"));
    }

    @Test
    void allCommandsOfItsSection() throws IOException {
        assertTaken(Stream.of(
                        DocBlock.named("containers/wildfly-setting"),
                        DocBlock.named("containers/wildfly-https"),
                        DocBlock.named("containers/wildfly-proxy"),
                        DocBlock.named("containers/wildfly-ldap"),
                        DocBlock.named("containers/wildfly-oidc"))
                .collect(Collectors.joining()));
    }

    @Test
    void onlyAGroup() throws IOException {
        Matcher group = GROUP.matcher(Files.readString(Path.of("docs/containers.md")));
        assertTrue(group.find());
        assertTaken(DocBlock.replace(
                DocBlock.named("containers/wildfly-ldap"),
                "{rdn-identifier=uid,",
                "{rdn-identifier=uid, " + group.group(1) + ","));
    }

    private void assertTaken(String commands) throws IOException {
        Path script = Files.writeString(
                folder.resolve("script.cli"),
                "embed-server --server-config=standalone.xml --std-out=discard\n" + commands
                        + "stop-embedded-server\n");
        Command run = Command.run(
                new ProcessBuilder(
                        "sh", Container.home().resolve("bin/jboss-cli.sh").toString(), "--file=" + script),
                Map.of(
                        "JAVA_HOME",
                        System.getProperty("it.java.home"),
                        "JAVA_OPTS",
                        "-Djboss.server.base.dir=" + folder.resolve("base")));
        assertTrue(run.succeeded(), run::output);
        List<String> answers =
                run.output().lines().filter(line -> line.contains("outcome")).toList();
        assertEquals(commands.lines().count(), answers.size(), run::output);
        assertTrue(answers.stream().allMatch(line -> line.contains("success")), run::output);
    }
}
