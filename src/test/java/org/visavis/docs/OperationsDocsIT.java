package org.visavis.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.visavis.Deployments;
import org.visavis.browser.Command;

/**
 * The service of docs/operations.md. No systemd runs here as init: its own checks read the unit, and its command runs as
 * the unit says, as a user without rights who can write to the data folder alone.
 */
@Tag("standalone")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OperationsDocsIT {
    private static final String READY = "Visavis is ready: ";
    private static final String NOBODY = "65534";
    private static final String JAVA =
            Path.of(System.getProperty("it.java.home"), "bin", "java").toString();

    /** Everything in it is open to others, who may not see the folder of the build. */
    private Path folder;

    @BeforeEach
    void prepare() throws IOException {
        folder = Files.createTempDirectory(Path.of("/tmp"), "visavis-service");
        open(folder);
        for (String name : new String[] {"opt", "data", "tmp"}) {
            open(Files.createDirectory(folder.resolve(name)));
        }
        Files.copy(Deployments.warFile().toPath(), folder.resolve("opt/visavis.war"));
    }

    private static void open(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void remove() {
        assertTrue(Command.run("rm", "-r", folder.toString()).succeeded());
    }

    @Test
    void systemdFindsNoFaultInTheUnit() throws IOException {
        assertFaultless(unit());
    }

    @Test
    void norWithPortsBelow1024() throws IOException {
        assertFaultless(unit() + DocBlock.named("operations/low-ports"));
    }

    private void assertFaultless(String unit) throws IOException {
        String here = DocBlock.replace(
                unit,
                "/usr/bin/java",
                JAVA,
                "/opt/visavis",
                folder.resolve("opt").toString());
        String file = Files.writeString(folder.resolve("visavis.service"), here).toString();
        // Beside the units of this computer, those that were unpacked.
        Map<String, String> units = Map.of(
                "SYSTEMD_UNIT_PATH",
                Programs.find("systemd-analyze")
                                .resolve("../../../lib/systemd/system")
                                .normalize()
                        + ":");
        Command verify = Command.run(Programs.command("systemd-analyze", "verify", "--man=no", file), units);
        assertEquals(new Command(0, ""), verify);
        // 0 is nothing that a service could harm, 10 everything; the network itself is half of what is left.
        Command security = Command.run(
                Programs.command("systemd-analyze", "security", "--offline=true", "--threshold=20", file), units);
        assertTrue(security.succeeded(), security::output);
    }

    @Test
    void servesAsTheUserOfTheUnitAndSurvivesAnUpgrade() throws Exception {
        Process service = start();
        try {
            URI page = address(service);
            assertServed(page);
            String status = Files.readString(Path.of("/proc/" + service.pid() + "/status"));
            if (isRoot()) {
                assertTrue(status.contains("Uid:\t" + NOBODY), status);
                assertTrue(status.contains("NoNewPrivs:\t1"), status);
                assertTrue(Pattern.compile("CapBnd:\t0+\n").matcher(status).find(), status);
            }
            assertTrue(status.contains("Umask:\t" + value("UMask")), status);

            Files.copy(Deployments.warFile().toPath(), folder.resolve("visavis.war"));
            String upgrade = DocBlock.replace(
                    DocBlock.named("operations/upgrade"), "/opt/visavis/", folder.resolve("opt") + "/");
            assertTrue(shell(upgrade).succeeded());
            assertServed(page);
        } finally {
            service.destroy();
            service.onExit().join();
        }
        assertEquals(value("SuccessExitStatus"), Integer.toString(service.exitValue()));

        Process restarted = start();
        try {
            assertServed(address(restarted));
        } finally {
            restarted.destroy();
            restarted.onExit().join();
        }
    }

    @Test
    void aBackupHasTheDataFolderAndIsClosedToOthers() throws IOException {
        Path lib = Files.createDirectory(folder.resolve("lib"));
        Files.writeString(Files.createDirectory(lib.resolve("visavis")).resolve("visavis.properties"), "x");
        Command backup = shell(DocBlock.replace(DocBlock.named("operations/backup"), "/var/lib", lib.toString()));
        assertTrue(backup.succeeded(), backup::output);
        Path archive = folder.resolve("visavis-backup.tar.gz");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)));
        Command content = Command.run("tar", "-tzf", archive.toString());
        assertEquals("visavis/\nvisavis/visavis.properties\n", content.output());
    }

    private static String unit() {
        return DocBlock.named("operations/systemd");
    }

    private static String value(String name) {
        return unit().lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .collect(Collectors.joining(" "));
    }

    /** Runs the command of the unit with what the unit gives it and takes from it. */
    private Process start() throws IOException {
        Path data = folder.resolve("data");
        String environment = DocBlock.replace(value("Environment"), "/var/lib/visavis", data.toString());
        String command = DocBlock.replace(
                value("ExecStart"), "/usr/bin/java", JAVA, "/opt/visavis/", folder.resolve("opt") + "/");
        // Some computers allow fewer files.
        String limit = "ulimit -n " + value("LimitNOFILE") + " || ulimit -n; ";
        String exec = limit + "umask " + value("UMask") + "; cd /; exec %s env -i JDK_JAVA_OPTIONS=-Djava.io.tmpdir="
                + folder.resolve("tmp") + " VISAVIS_STUN_PORT=0 " + environment + " " + command
                + " --host 127.0.0.1 --port 0 --https-port " + Server.freePort();
        ProcessBuilder builder = isRoot()
                ? new ProcessBuilder("unshare", "--mount", "--propagation=private", "sh", "-c", protectSystem(exec))
                : new ProcessBuilder("sh", "-c", exec.formatted(""));
        return builder.redirectErrorStream(true).start();
    }

    /** ProtectSystem, StateDirectory, PrivateTmp, LimitNOFILE, User, NoNewPrivileges and CapabilityBoundingSet. */
    private String protectSystem(String exec) {
        String writable = Stream.of("data", "tmp")
                .map(name -> folder.resolve(name).toString())
                .map(path -> "chown " + NOBODY + ":" + NOBODY + " " + path + "; chmod " + value("StateDirectoryMode")
                        + " " + path + "; mount --bind " + path + " " + path + "; ")
                .collect(Collectors.joining());
        return "set -e; " + writable + "mount -o remount,bind,ro /; "
                + exec.formatted("setpriv --reuid=" + NOBODY + " --regid=" + NOBODY
                        + " --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all");
    }

    private static boolean isRoot() {
        return Command.run("id", "-u").output().strip().equals("0");
    }

    private static URI address(Process service) throws IOException {
        BufferedReader output = service.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) return URI.create(line.substring(READY.length()));
            said.append(line).append('\n');
        }
        throw new IllegalStateException("The service did not start: " + said);
    }

    private static void assertServed(URI page) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        for (String name : List.of("", "webrtc.js")) {
            HttpRequest request = HttpRequest.newBuilder(page.resolve(name)).build();
            assertEquals(200, http.send(request, BodyHandlers.discarding()).statusCode());
        }
    }

    private Command shell(String script) {
        return Command.run(new ProcessBuilder("sh", "-ec", script).directory(folder.toFile()), Map.of());
    }
}
