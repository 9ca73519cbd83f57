package org.visavis;

import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real Tomcat with nothing but the servlets of a test, from before each test until after it. */
public final class ServletServer implements BeforeEachCallback, AfterEachCallback {
    /** Kept, since the logging system forgets loggers that nobody holds. Tomcat tells much about each start. */
    private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();
    private final Context context;

    public ServletServer() {
        TOMCAT_LOG.setLevel(Level.OFF);
        tomcat.setBaseDir("target/servlet-server");
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        context = tomcat.addContext("", null);
    }

    /** Adds a servlet at this path, such as {@code /health}. */
    public ServletServer with(String path, HttpServlet servlet) {
        Tomcat.addServlet(context, path, servlet);
        context.addServletMapping(path, path);
        return this;
    }

    /** For what else a test needs, such as listeners. */
    public Context context() {
        return context;
    }

    @Override
    public void beforeEach(ExtensionContext test) throws LifecycleException {
        tomcat.start();
    }

    @Override
    public void afterEach(ExtensionContext test) throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    /** The answer to a request for a path. */
    public HttpResponse<String> get(HttpClient client, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    /** The address of a path. */
    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
    }
}
