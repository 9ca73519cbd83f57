package org.visavis.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.operations.HealthServlet;

/** Which sites may have the page within theirs, and load the script for it. */
class SecurityHeadersFilterTest {
    /** Kept, since the logging system forgets loggers that nobody holds. Tomcat tells much about each start. */
    private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

    private static final Set<String> SITES = Set.of("https://wiki.example", "https://portal.example");

    @TempDir
    private Path folder;

    private final Tomcat tomcat = new Tomcat();

    @AfterEach
    void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void byDefaultNoOtherSiteMay() throws Exception {
        start(Set.of());
        HttpResponse<?> page = ask("/webrtc.html", "https://portal.example");
        assertTrue(header(page, "Content-Security-Policy").endsWith("; frame-ancestors 'self'"));
        assertEquals("", header(page, "X-Frame-Options"));
        assertEquals("", header(ask("/js/embed.js", "https://portal.example"), "Access-Control-Allow-Origin"));
    }

    @Test
    void theSitesOfTheSettingMay() throws Exception {
        start(SITES);
        HttpResponse<?> page = ask("/webrtc.html", "https://portal.example");
        assertTrue(header(page, "Content-Security-Policy")
                .endsWith("; frame-ancestors 'self' https://portal.example https://wiki.example"));
        assertEquals("", header(page, "X-Frame-Options"));
    }

    @Test
    void scriptsAndStylesFollowThePoliciesOfTheirPage() throws Exception {
        start(Set.of());
        for (String path : new String[] {"/webrtc.js", "/webrtc.css", "/js/embed.js"}) {
            HttpResponse<?> file = ask(path, null);
            assertEquals("", header(file, "Content-Security-Policy"), path);
            assertEquals("", header(file, "Permissions-Policy"), path);
            assertEquals("nosniff", header(file, "X-Content-Type-Options"), path);
        }
        for (String path : new String[] {"/", "/webrtc.html", "/identity", "/favicon.svg", "/nothing"}) {
            HttpResponse<?> document = ask(path, null);
            assertTrue(header(document, "Content-Security-Policy").startsWith("default-src 'none'"), path);
            assertTrue(header(document, "Permissions-Policy").startsWith("camera=(self)"), path);
        }
    }

    @Test
    void theSitesOfTheSettingLoadTheOneScript() throws Exception {
        start(SITES);
        HttpResponse<?> script = ask("/js/embed.js", "https://wiki.example");
        assertEquals("https://wiki.example", header(script, "Access-Control-Allow-Origin"));
        assertEquals("Origin", header(script, "Vary"));
        HttpResponse<?> page = ask("/webrtc.js", "https://wiki.example");
        assertEquals("", header(page, "Access-Control-Allow-Origin"));
    }

    @Test
    void othersDoNotLoadIt() throws Exception {
        start(SITES);
        for (String origin : new String[] {"https://evil.example", "http://wiki.example", "null", null}) {
            HttpResponse<?> script = ask("/js/embed.js", origin);
            assertEquals("", header(script, "Access-Control-Allow-Origin"), origin);
            assertEquals("Origin", header(script, "Vary"), origin);
        }
    }

    private void start(Set<String> embedOrigins) throws LifecycleException {
        TOMCAT_LOG.setLevel(Level.OFF);
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", folder.toString());
        context.addServletContainerInitializer(
                (classes, servletContext) -> {
                    servletContext
                            .addFilter("headers", new SecurityHeadersFilter(embedOrigins))
                            .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
                    servletContext
                            .addServlet("all", new HealthServlet(() -> true, "1.2"))
                            .addMapping("/");
                },
                Set.of());
        tomcat.start();
    }

    private HttpResponse<String> ask(String path, String origin) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (origin != null) {
            request.setHeader("Origin", origin);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
