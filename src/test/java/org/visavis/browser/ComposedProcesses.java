package org.visavis.browser;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.visavis.ComposeFile;
import org.visavis.Container;
import org.visavis.Deployments;

/**
 * The services of docker-compose.yml without containers: the same programs, from Debian's packages and the Tomcat of the
 * tests, with the same configuration files, prepared by the same command, and found well by the same health checks. Only
 * their ports are others, and they listen on loopback alone.
 */
final class ComposedProcesses implements AutoCloseable {
    private static final List<String> PROGRAMS = List.of("caddy", "turnserver", "curl", "wget");
    private static final String[] PACKAGES = {"caddy", "coturn", "curl", "wget"};
    private static final String LOOPBACK = "127.0.0.1";

    /** How long a service may take to be well, in seconds; only a failing test waits so long. */
    private static final int PATIENCE = 60;

    private final ComposeFile file = ComposeFile.read();
    private final Path folder;
    private final Properties environment = new Properties();

    /** The port within the containers, and the free one that takes its place here. */
    private final Map<String, String> ports = new LinkedHashMap<>();

    private final Map<String, Process> running = new LinkedHashMap<>();

    /** @param folder takes the configuration, and all that the services write */
    ComposedProcesses(Path folder) throws IOException {
        this.folder = folder;
        requirePrograms();
        for (String port : List.of("80", "443", "2080", "3478", "8080")) {
            ports.put(port, freePort());
        }
        prepare();
        try {
            startCoturn();
            startTomcat();
            startCaddy();
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private static void requirePrograms() {
        boolean there = PROGRAMS.stream().allMatch(ComposedProcesses::isThere);
        if (!there && !(DebianPackages.install(PACKAGES) && PROGRAMS.stream().allMatch(ComposedProcesses::isThere))) {
            throw new IllegalStateException("The test of docker-compose.yml needs " + String.join(", ", PROGRAMS)
                    + ": install them (Debian: apt-get install " + String.join(" ", PACKAGES) + ").");
        }
    }

    private static boolean isThere(String program) {
        return Command.run("which", program).succeeded();
    }

    /** Runs docker/up, which finds a Docker here that does nothing. */
    private void prepare() throws IOException {
        copy(ComposeFile.PATH);
        copy(Path.of("pom.xml"));
        Files.createDirectories(folder.resolve("src/main")); // older than the WAR, so that nothing is built here
        try (Stream<Path> files = Files.walk(Path.of("docker"))) {
            for (Path source : files.filter(Files::isRegularFile).toList()) copy(source);
        }
        Files.createDirectory(folder.resolve("target"));
        Files.copy(Deployments.warFile().toPath(), folder.resolve("target/visavis.war"));
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path docker = Files.writeString(bin.resolve("docker"), "#!/bin/sh\necho \"docker $*\"\n");
        Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwxr-xr-x"));
        Command up = Command.run(
                new ProcessBuilder(folder.resolve("docker/up").toString(), "localhost"),
                Map.of("PATH", bin + ":" + System.getenv("PATH")));
        if (!up.succeeded() || !up.output().contains("docker compose up --detach --wait --force-recreate\n")) {
            throw new IllegalStateException("docker/up: " + up.output());
        }
        try (InputStream stream = Files.newInputStream(folder.resolve(".env"))) {
            environment.load(stream);
        }
    }

    private void copy(Path source) throws IOException {
        Path target = folder.resolve(source);
        Files.createDirectories(target.getParent());
        Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private void startCoturn() throws IOException {
        start(
                "coturn",
                Map.of(
                        "VISAVIS_TURN_SECRET_FILE",
                        secretFile(),
                        "TMPDIR",
                        directory("coturn").toString()),
                folder.resolve("docker/coturn/run").toString(),
                "--listening-ip=" + LOOPBACK,
                "--relay-ip=" + LOOPBACK,
                "--listening-port=" + ports.get("3478"),
                "--allow-loopback-peers"); // as there is no other address here
    }

    private void startTomcat() throws IOException {
        Path home = Container.home();
        Path base = directory("tomcat");
        for (String name : List.of("conf", "logs", "temp", "webapps", "work"))
            Files.createDirectory(base.resolve(name));
        Files.copy(home.resolve("conf/web.xml"), base.resolve("conf/web.xml"));
        for (String name : List.of("server.xml", "logging.properties"))
            Files.copy(
                    folder.resolve("docker/tomcat").resolve(name),
                    base.resolve("conf").resolve(name));
        String iceUrls =
                file.service("visavis").at("/environment/VISAVIS_ICE_URLS").asText();
        Map<String, String> variables = Map.of(
                "JAVA_HOME", System.getProperty("it.java.home"),
                "CATALINA_BASE", base.toString(),
                "CATALINA_OPTS",
                        "-Dhttp.address=" + LOOPBACK + " -Dhttp.port=" + ports.get("8080") + " -Dwar="
                                + folder.resolve("target/visavis.war"),
                "VISAVIS_ICE_URLS", here(iceUrls.replace("${VISAVIS_HOST}", environment.getProperty("VISAVIS_HOST"))),
                "VISAVIS_TURN_SECRET_FILE", secretFile());
        start("visavis", variables, "sh", home.resolve("bin/catalina.sh").toString(), "run");
    }

    private void startCaddy() throws IOException {
        Map<String, String> variables = new HashMap<>();
        variables.put("VISAVIS_HOST", environment.getProperty("VISAVIS_HOST"));
        variables.put("VISAVIS_BACKEND", LOOPBACK + ":" + ports.get("8080"));
        variables.put("LISTEN_ADDRESS", LOOPBACK);
        variables.put("HTTP_PORT", ports.get("80"));
        variables.put("HTTPS_PORT", ports.get("443"));
        variables.put("HEALTH_PORT", ports.get("2080"));
        variables.put("XDG_DATA_HOME", directory("data").toString()); // as in the image
        variables.put("XDG_CONFIG_HOME", directory("config").toString());
        String configuration = folder.resolve("docker/caddy/Caddyfile").toString();
        start("caddy", variables, "caddy", "run", "--config", configuration, "--adapter", "caddyfile");
    }

    private void start(String service, Map<String, String> variables, String... command) throws IOException {
        Path log = folder.resolve(service + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("VISAVIS_"));
        builder.environment().putAll(variables);
        Process process = builder.start();
        running.put(service, process);
        awaitHealthy(service, process, log);
    }

    private void awaitHealthy(String service, Process process, Path log) throws IOException {
        List<String> check = new ArrayList<>(List.of("timeout", "5"));
        file.healthCheck(service).forEach(word -> check.add(here(word)));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        Command last;
        do {
            last = Command.run(check.toArray(String[]::new));
            if (last.succeeded()) {
                return;
            }
        } while (System.nanoTime() < deadline && !hasEnded(process));
        throw new IllegalStateException(service + " is not well: " + last.output() + Files.readString(log));
    }

    /** Waits a little, so that a health check is not run more often than ten times a second. */
    private static boolean hasEnded(Process process) {
        try {
            return process.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same with the ports of this test. */
    private String here(String text) {
        String result = text;
        for (Map.Entry<String, String> port : ports.entrySet())
            result = result.replaceAll("(?<!\\d)" + port.getKey() + "(?!\\d)", port.getValue());
        return result;
    }

    private String secretFile() {
        return folder.resolve(environment.getProperty("VISAVIS_TURN_SECRET_FILE"))
                .toString();
    }

    private Path directory(String name) throws IOException {
        return Files.createDirectories(folder.resolve("run").resolve(name));
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    /** What people open, with a slash at the end. */
    String base() {
        return "https://localhost:" + ports.get("443") + "/";
    }

    /** The certificate that people install. */
    Path rootCertificate() {
        return folder.resolve("run/data/caddy/pki/authorities/local/root.crt");
    }

    Path secret() {
        return Path.of(secretFile());
    }

    String log(String service) throws IOException {
        return Files.readString(folder.resolve(service + ".log"));
    }

    @Override
    public void close() {
        running.values().forEach(Process::destroy);
        running.values().forEach(process -> process.onExit().join());
    }
}
