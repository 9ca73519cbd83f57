package org.visavis.bench;

import jakarta.annotation.Resource;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.util.ServerInfo;
import org.apache.tomcat.websocket.server.WsSci;
import org.visavis.TestCertificate;

/** The commands that start those that run in the JVM, which is the one of the benchmark. */
final class JavaServers {
    private static final Pattern VISAVIS_READY = Pattern.compile("Visavis is ready: http://[^/]*:(\\d+)/");
    private static final Pattern VISAVIS_SECURE = Pattern.compile("Over HTTPS: https://[^/]*:(\\d+)/");
    private static final Pattern READY = Pattern.compile("^ready (\\d+)$");

    /** Rooms of 50 are measured, clients say as much as they can, and there may be another STUN server on this computer. */
    private static final Map<String, String> SETTINGS = Map.of(
            "VISAVIS_ROOM_CAPACITY", "100",
            "VISAVIS_CONNECTIONS", "1000000",
            "VISAVIS_SEND_RATE", "2147483647",
            "VISAVIS_HTTPS_PORT", "0",
            "VISAVIS_STUN_PORT", "0");

    /** Variables that change what is measured. */
    private static final Pattern DISTURBING =
            Pattern.compile("VISAVIS_.*|CATALINA_.*|JAVA_OPTS|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|CLASSPATH");

    private JavaServers() {}

    static Launch visavis(Path folder, List<String> jvmOptions) throws IOException, InterruptedException {
        return visavis(folder, jvmOptions, Address.IN_THE_CLEAR, List.of());
    }

    /** The same with the certificate and the key of the run. */
    static Launch visavisOverTls(Path folder, List<String> jvmOptions) throws IOException, InterruptedException {
        return visavis(folder, jvmOptions, Address.OVER_TLS, TestCertificate.options());
    }

    private static Launch visavis(Path folder, List<String> jvmOptions, Address address, List<String> options)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(
                List.of("-jar", war().toString(), "--port", "0", "--host", "127.0.0.1")); // and nothing else is set
        arguments.addAll(List.of("--data", folder.resolve("data").toString()));
        arguments.addAll(options);
        ProcessBuilder command = command(folder, jvmOptions, arguments);
        Pattern ready = address.equals(Address.OVER_TLS) ? VISAVIS_SECURE : VISAVIS_READY;
        return launch(folder, command, address, ready, visavisVersion());
    }

    static Launch rebroadcast(Path folder, List<String> jvmOptions) throws IOException {
        List<String> arguments = List.of("-cp", classPath(), Rebroadcast.class.getName());
        ProcessBuilder command = command(folder, jvmOptions, arguments);
        return launch(folder, command, Address.IN_THE_CLEAR, READY, onJava(ServerInfo.getServerInfo()));
    }

    private static Launch launch(Path folder, ProcessBuilder command, Address address, Pattern ready, String version) {
        Output output = new Output(folder.resolve("output.log"));
        return new Launch(command, output, ready, address, version, new HotSpot(folder));
    }

    private static ProcessBuilder command(Path folder, List<String> jvmOptions, List<String> arguments)
            throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-Djava.io.tmpdir=" + Files.createDirectory(folder.resolve("tmp")));
        words.add(HotSpot.logOption());
        words.addAll(jvmOptions);
        words.addAll(arguments);
        ProcessBuilder command = new ProcessBuilder(words);
        setEnvironment(command);
        return command;
    }

    /** The same for each that has Visavis in it. */
    static void setEnvironment(ProcessBuilder command) {
        command.environment().keySet().removeIf(DISTURBING.asMatchPredicate());
        command.environment().putAll(SETTINGS);
    }

    static Path war() {
        return Path.of(System.getProperty("visavis.war", "target/visavis.war")).toAbsolutePath();
    }

    static String visavisVersion() throws IOException, InterruptedException {
        try (JarFile jar = new JarFile(war().toFile())) {
            String version = jar.getManifest().getMainAttributes().getValue("Implementation-Version");
            return onJava("Visavis " + version + commit());
        }
    }

    private static String commit() throws InterruptedException {
        try {
            return " (" + Command.run(List.of("git", "describe", "--tags", "--always", "--dirty")) + ")";
        } catch (IOException unknown) {
            return ""; // the source was no clone, or there is no git
        }
    }

    static String onJava(String version) {
        return version + ", Java " + System.getProperty("java.version");
    }

    /** Of embedded Tomcat alone: behind the APIs of our own class path, which are older, it would not be the real one. */
    private static String classPath() {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> type : List.of(Rebroadcast.class, Tomcat.class, WsSci.class, Resource.class)) {
            try {
                places.add(Path.of(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString());
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
        return String.join(File.pathSeparator, places);
    }
}
