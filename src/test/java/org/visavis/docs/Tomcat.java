package org.visavis.docs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.visavis.Container;

/** The Tomcat of the tests with a base folder of its own, whose configuration a page of the documentation changes. */
final class Tomcat {
    private static final Path HOME = Container.home();

    private final Path base;
    private final int port;

    Tomcat(Path base) throws IOException {
        this.base = base;
        port = Server.freePort();
        for (String name : new String[] {"conf", "logs", "temp", "webapps", "work"}) {
            Files.createDirectories(base.resolve(name));
        }
        for (String name : new String[] {"web.xml", "tomcat-users.xml", "logging.properties"}) {
            Files.copy(HOME.resolve("conf").resolve(name), conf(name));
        }
    }

    /** Takes the server.xml that Tomcat comes with, but for its ports. */
    void useOwnServerXml() throws IOException {
        Files.writeString(
                conf("server.xml"),
                DocBlock.replace(
                        Files.readString(HOME.resolve("conf/server.xml")),
                        "<Server port=\"8005\"",
                        "<Server port=\"-1\"",
                        "<Connector port=\"8080\"",
                        "<Connector address=\"127.0.0.1\" port=\"" + port + "\""));
    }

    /** A file of its configuration. */
    Path conf(String name) {
        return base.resolve("conf").resolve(name);
    }

    Path base() {
        return base;
    }

    int port() {
        return port;
    }

    /** The address of an application, with a slash at the end. */
    URI address(String context) {
        return URI.create("http://127.0.0.1:" + port + context + "/");
    }

    /**
     * Starts it.
     *
     * @param environment variables of Visavis and Tomcat
     */
    Server start(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder command =
                new ProcessBuilder("sh", HOME.resolve("bin/catalina.sh").toString(), "run");
        command.environment().keySet().removeIf(name -> name.startsWith("VISAVIS_"));
        command.environment().putAll(environment);
        command.environment().put("JAVA_HOME", System.getProperty("it.java.home"));
        command.environment().put("CATALINA_BASE", base.toString());
        return new Server(command, base, port);
    }
}
