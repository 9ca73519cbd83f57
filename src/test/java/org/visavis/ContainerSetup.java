package org.visavis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Sets the container of this run up before Arquillian reads arquillian.xml: it gets the files of src/test/containers and free
 * ports, which no other run on this computer has.
 */
public final class ContainerSetup implements LoadableExtension {
    /** Of Payara and GlassFish, which keep their ports and addresses there alone; the other containers have no such file. */
    private static final Path DOMAIN = Path.of("glassfish/domains/domain1/config/domain.xml");

    /** What else those two open in {@link #DOMAIN}: HTTPS, IIOP three times, JMX, JMS, OSGi, Hazelcast. */
    private static final List<String> OTHER_PORTS = List.of(
            "port=\"8181\"",
            "port=\"3700\"",
            "port=\"3820\"",
            "port=\"3920\"",
            "port=\"8686\"",
            "value=\"7676\"",
            "telnet.port=6666",
            "das-port=\"4900\"");

    @Override
    public void register(ExtensionBuilder builder) {
        try {
            List<String> ports = freePorts(2 + OTHER_PORTS.size());
            System.setProperty("it.http.port", ports.get(0));
            System.setProperty("it.management.port", ports.get(1));
            Path home = Container.home();
            System.setProperty("it.container.home", home.toString());
            copyFiles(Container.DESCRIPTIONS.resolve(Container.name()), home);
            if (Files.exists(home.resolve(DOMAIN))) writeDomain(home.resolve(DOMAIN), ports);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All different, since all are taken at the same time. */
    private static List<String> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            while (sockets.size() < count) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream()
                    .map(socket -> Integer.toString(socket.getLocalPort()))
                    .toList();
        } finally {
            for (ServerSocket socket : sockets) socket.close();
        }
    }

    private static void copyFiles(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** From the original each time, since the ports are others each time. */
    private static void writeDomain(Path domain, List<String> ports) throws IOException {
        Path original = domain.resolveSibling("domain.xml.original");
        if (!Files.exists(original)) Files.copy(domain, original);
        String local = " address=\"127.0.0.1\"";
        String text = Files.readString(original)
                .replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
                .replace("port=\"8080\"", "port=\"" + ports.get(0) + "\"" + local)
                .replace("port=\"4848\"", "port=\"" + ports.get(1) + "\"" + local)
                .replace("port=\"8181\"", "port=\"8181\"" + local)
                .replace("<java-config ", "<java-config java-home=\"" + System.getProperty("it.java.home") + "\" ");
        for (int i = 0; i < OTHER_PORTS.size(); i++) {
            String port = OTHER_PORTS.get(i);
            text = text.replace(port, port.replaceFirst("\\d+", ports.get(2 + i)));
        }
        Files.writeString(domain, text);
    }
}
