package org.visavis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tomcat as it is downloaded, with the WAR dropped in and nothing else. */
final class StockTomcat {
    /** The one connector of conf/server.xml, on loopback and on any free port. */
    private static final String ITS_PORT = "<Connector port=\"8080\"";

    private static final String OUR_PORT = "<Connector port=\"0\" address=\"127.0.0.1\"";

    private static final String ITS_SHUTDOWN = "<Server port=\"8005\"";
    private static final String NO_SHUTDOWN = "<Server port=\"-1\"";

    /** Logged when all applications are there, just before connections are accepted. */
    private static final Pattern READY =
            Pattern.compile("Starting ProtocolHandler \\[\"http-nio-127\\.0\\.0\\.1-auto-\\d+-(\\d+)\"\\]");

    private static final Address ADDRESS = new Address(0, "/visavis", false);
    private static final String VERSION = "org/apache/catalina/util/ServerInfo.properties";

    private StockTomcat() {}

    static Launch launch(Path folder, List<String> jvmOptions)
            throws IOException, InterruptedException, MissingContender {
        Path home = home();
        Path base = base(home, folder.resolve("base"));
        ProcessBuilder command =
                new ProcessBuilder("sh", home.resolve("bin/catalina.sh").toString(), "run"); // which becomes the JVM
        JavaServers.setEnvironment(command);
        List<String> options = new ArrayList<>(jvmOptions);
        options.add(HotSpot.logOption());
        command.environment().put("CATALINA_BASE", base.toString());
        command.environment().put("CATALINA_OPTS", String.join(" ", options));
        command.environment().put("JRE_HOME", System.getProperty("java.home"));
        Output output = new Output(folder.resolve("output.log"));
        String version = version(home) + ", " + JavaServers.visavisVersion();
        return new Launch(command, output, READY, ADDRESS, version, new HotSpot(folder));
    }

    private static Path home() throws MissingContender {
        String place = System.getProperty("bench.tomcat");
        if (place == null) throw new MissingContender("No Tomcat: the system property bench.tomcat is not set.");
        Path home = Path.of(place).toAbsolutePath();
        if (!Files.exists(home.resolve("bin/catalina.sh"))) {
            throw new MissingContender("No Tomcat has been unpacked to " + place + ".");
        }
        return home;
    }

    private static Path base(Path home, Path base) throws IOException {
        for (String name : List.of("conf", "logs", "temp", "webapps", "work")) {
            Files.createDirectories(base.resolve(name));
        }
        try (Stream<Path> files = Files.list(home.resolve("conf"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, base.resolve("conf").resolve(file.getFileName()));
            }
        }
        Path server = base.resolve("conf/server.xml");
        String original = Files.readString(server);
        String changed = original.replaceFirst(ITS_PORT, OUR_PORT).replaceFirst(ITS_SHUTDOWN, NO_SHUTDOWN);
        if (!changed.contains(OUR_PORT) || !changed.contains(NO_SHUTDOWN)) {
            throw new IOException("Tomcat's server.xml is another one than ours is made from: " + home);
        }
        Files.writeString(server, changed);
        Files.copy(JavaServers.war(), base.resolve("webapps/visavis.war"));
        return base;
    }

    private static String version(Path home) throws IOException {
        try (JarFile jar = new JarFile(home.resolve("lib/catalina.jar").toFile())) {
            Properties properties = new Properties();
            properties.load(jar.getInputStream(jar.getEntry(VERSION)));
            return properties.getProperty("server.info");
        }
    }
}
