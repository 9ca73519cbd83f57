package org.visavis.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Visitors of a real Tomcat, each with cookies of their own. */
class AnonymousSessionsTest {
    /** Kept, since the logging system forgets loggers that nobody holds. Tomcat tells much about each start. */
    private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

    private static final int MOST = 3;

    private final Tomcat tomcat = new Tomcat();

    /** Answers with the id of the visitor's session. With {@code ?signed-in} it gets another id, as when somebody signs in. */
    private static final class SessionServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getSession();
            if (request.getQueryString() != null) {
                request.changeSessionId();
            }
            response.getWriter().print(request.getSession().getId());
        }
    }

    /** Somebody with a browser. */
    private final class Person {
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        String ask(String query) throws IOException, InterruptedException {
            URI address = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/session" + query);
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    @BeforeEach
    void start(@TempDir Path folder) throws LifecycleException {
        TOMCAT_LOG.setLevel(Level.OFF);
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "session", new SessionServlet());
        context.addServletMapping("/session", "session");
        context.addServletContainerInitializer(
                (classes, application) -> application.addListener(new AnonymousSessions(MOST)), null);
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void beyondANumberTheOldestEnds() throws IOException, InterruptedException {
        Person first = new Person();
        Person second = new Person();
        String firsts = first.ask("");
        String seconds = second.ask("");
        for (int i = 0; i < MOST - 1; i++) {
            new Person().ask("");
        }
        assertEquals(seconds, second.ask(""));
        assertNotEquals(firsts, first.ask(""));
    }

    @Test
    void whoHasSignedInStays() throws IOException, InterruptedException {
        Person known = new Person();
        String its = known.ask("?signed-in");
        for (int i = 0; i < 3 * MOST; i++) {
            new Person().ask("");
        }
        assertEquals(its, known.ask(""));
    }
}
