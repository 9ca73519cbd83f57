package org.visavis.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.visavis.ServletServer;

/** Visitors of a real Tomcat, each with cookies of their own. */
class AnonymousSessionsTest {
    private static final int MOST = 3;

    @RegisterExtension
    final ServletServer server = new ServletServer().with("/session", new SessionServlet());

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
            return server.get(client, "/session" + query).body();
        }
    }

    AnonymousSessionsTest() {
        server.context()
                .addServletContainerInitializer(
                        (classes, application) -> application.addListener(new AnonymousSessions(MOST)), null);
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
