package org.visavis.jetty;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.visavis.data.FileTree;

/** Jetty 12 as a process of its own, which deploys what is put into its folder {@code webapps}. */
public final class JettyContainer implements DeployableContainer<JettyConfiguration> {
    private static final String MODULES = "--modules=http,sessions,ee10-deploy,ee10-annotations,ee10-websocket-jakarta";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private JettyConfiguration configuration;
    private Path base;
    private Process process;

    @Override
    public Class<JettyConfiguration> getConfigurationClass() {
        return JettyConfiguration.class;
    }

    @Override
    public void setup(JettyConfiguration configuration) {
        this.configuration = configuration;
        base = Path.of(configuration.getHome()).getParent().resolveSibling("jetty-base");
    }

    @Override
    public void start() throws LifecycleException {
        try {
            FileTree.delete(base.resolve("webapps")); // a run that was killed has left a WAR, which is another by now
            Files.createDirectories(base.resolve("webapps"));
            process = new ProcessBuilder(
                            Path.of(configuration.getJavaHome(), "bin", "java").toString(),
                            "-jar",
                            Path.of(configuration.getHome(), "start.jar").toString(),
                            "jetty.http.host=127.0.0.1", // before the modules: what follows them belongs to ee10 alone
                            "jetty.http.port=" + configuration.getPort(),
                            "jetty.deploy.scanInterval=1",
                            "jetty.sessionScavengeInterval.seconds=1", // else expired sessions stay for ten minutes
                            MODULES,
                            Path.of(configuration.getHome(), "etc", "visavis-login.xml")
                                    .toString())
                    .directory(base.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
        } catch (IOException e) {
            throw new LifecycleException("Jetty could not be started.", e);
        }
    }

    @Override
    public void stop() throws LifecycleException {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new LifecycleException("Jetty was not waited for.", e);
        }
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Local"); // the tests run here, never in Jetty
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        String context = contextOf(archive);
        Path unseen = base.resolve(archive.getName());
        archive.as(ZipExporter.class).exportTo(unseen.toFile(), true);
        try {
            Files.move(
                    unseen, fileOf(archive), StandardCopyOption.ATOMIC_MOVE); // Jetty tries to deploy half a file, too
        } catch (IOException e) {
            throw new DeploymentException("The WAR could not be moved to Jetty.", e);
        }
        awaitAnswer(context, true);
        HTTPContext address = new HTTPContext("127.0.0.1", configuration.getPort());
        address.add(new Servlet("default", context));
        return new ProtocolMetaData().addContext(address);
    }

    @Override
    public void undeploy(Archive<?> archive) throws DeploymentException {
        try {
            Files.delete(fileOf(archive));
        } catch (IOException e) {
            throw new DeploymentException("The WAR could not be deleted.", e);
        }
        awaitAnswer(contextOf(archive), false);
    }

    private Path fileOf(Archive<?> archive) {
        return base.resolve("webapps").resolve(archive.getName());
    }

    private static String contextOf(Archive<?> archive) {
        return "/" + archive.getName().replaceFirst("\\.war$", "");
    }

    /** Asks again and again, since Jetty tells nobody when it has deployed something. */
    private void awaitAnswer(String context, boolean deployed) throws DeploymentException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + configuration.getPort() + context + "/"))
                .timeout(Duration.ofSeconds(10)) // without an answer: asks again
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (answers(request) == deployed) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(100); // between two questions
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new DeploymentException("Jetty did not " + (deployed ? "deploy " : "undeploy ") + context
                + ". Its log ends with:\n" + endOfLog());
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Path log() {
        return base.resolve("jetty.log");
    }

    private boolean answers(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }
}
