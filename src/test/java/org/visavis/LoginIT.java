package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who somebody is comes from the container, through its own realm and each kind of login. */
@ArquillianTest
@RunAsClient
class LoginIT {
    /** Payara looks for expired sessions once a minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    enum Method {
        FORM,
        BASIC
    }

    @ArquillianResource
    @OperateOnDeployment("form")
    private URI form;

    @ArquillianResource
    @OperateOnDeployment("basic")
    private URI basic;

    @ArquillianResource
    @OperateOnDeployment("open")
    private URI open;

    private final String room = "room-" + UUID.randomUUID();
    private final List<SignalingClient> clients = Collections.synchronizedList(new ArrayList<>());

    @Deployment(name = "form", testable = false)
    public static WebArchive form() {
        return Deployments.warWithLogin("form.war", "FORM");
    }

    @Deployment(name = "basic", testable = false)
    public static WebArchive basic() {
        return Deployments.warWithLogin("basic.war", "BASIC");
    }

    @Deployment(name = "open", testable = false)
    public static WebArchive open() {
        return Deployments.war();
    }

    @AfterEach
    void closeAll() {
        clients.forEach(SignalingClient::close);
    }

    @Test
    void nobodyJoinsWithoutALogin() {
        SignalingClient stranger = with(SignalingClient.signaling(form, room));
        stranger.expectError("login-required");
        stranger.expectClose(1008, "login-required");
        with(SignalingClient.broadcast(form, room)).expectClose(1008, "login-required");
        assertEquals(
                "{\"loginRequired\":true,\"accepts\":[\"container\"],\"identity\":null}",
                new LoginClient(form).identity().toString());
    }

    /** The container would keep anything else until somebody signs in, and a session for it. */
    @Test
    void nothingIsKeptOfWhatIsSentToTheLogin() throws Exception {
        for (URI base : List.of(form, basic)) {
            HttpRequest post = HttpRequest.newBuilder(base.resolve("login"))
                    .POST(BodyPublishers.noBody())
                    .build();
            HttpResponse<Void> answer = HttpClient.newHttpClient().send(post, BodyHandlers.discarding());
            assertEquals(403, answer.statusCode());
            assertEquals(List.of(), answer.headers().allValues("Set-Cookie"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNameAndTheRoleAreTheContainers(Method method) {
        SignalingClient ada = with(signIn(method, User.ADA).connects(room));
        JsonObject self = ada.join("Grace").getJsonObject("self");
        assertIs(self, "ada", true, "participant");

        SignalingClient grace = with(signIn(method, User.GRACE).connects(room));
        JsonObject welcome = grace.enter("{\"type\":\"join\"}"); // who is known need not say a name
        assertIs(welcome.getJsonObject("self"), "grace", true, "moderator");
        assertIs(welcome.getJsonArray("peers").getJsonObject(0), "ada", true, "participant");
        assertIs(ada.next("peer-joined").getJsonObject("peer"), "grace", true, "moderator");
    }

    @ParameterizedTest
    @EnumSource
    void thePageIsToldWhoItIs(Method method) {
        LoginClient grace = signIn(method, User.GRACE);
        assertEquals(
                "{\"loginRequired\":true,\"accepts\":[\"container\"],\"identity\":{\"name\":\"grace\",\"role\":\"moderator\"}}",
                grace.identity().toString());
        grace.signOut();
        assertEquals(JsonValue.NULL, grace.identity().get("identity"));
    }

    @Test
    void aWrongPasswordIsRefused() {
        LoginClient byForm = new LoginClient(form);
        assertTrue(byForm.signInByForm(User.MALLORY).body().contains("j_security_check"));
        assertEquals(JsonValue.NULL, byForm.identity().get("identity"));
        LoginClient byBasic = new LoginClient(basic);
        assertEquals(401, byBasic.signInByBasic(User.MALLORY).statusCode());
        assertEquals(JsonValue.NULL, byBasic.identity().get("identity"));
    }

    /** The container shows it in its own way, past the filters of usual requests. */
    @Test
    void theFormHasTheHeadersOfAPage() {
        String policy = new LoginClient(form)
                .get("login?room=daily")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("(none)");
        assertTrue(policy.endsWith("; frame-ancestors 'self'"), policy);
    }

    @Test
    void aSessionFromBeforeTheLoginBecomesNoKnownOne() {
        LoginClient ada = new LoginClient(form);
        ada.get("login?room=daily");
        String planted = ada.cookies();
        ada.signInByForm(User.ADA);
        SignalingClient thief = with(SignalingClient.withCookies(form, room, planted));
        thief.expectError("login-required");
    }

    /** Whether it ends a call too is the container's affair: the other tab that has the call may not be meant. */
    @Test
    void whoHasSignedOutDoesNotComeBack() {
        LoginClient visitor = signIn(Method.FORM, User.ADA);
        SignalingClient ada = with(visitor.connects(room));
        ada.join("Ada");
        visitor.signOut();
        with(visitor.connects(room)).expectError("login-required");
        Observation.SIGNED_OUT.is(ada.stillOpen() ? "the call goes on" : "close " + ada.closeCode());
    }

    @Test
    void whereALoginIsNotRequiredItIsStillWorthMore() {
        SignalingClient impostor = with(SignalingClient.signaling(open, room));
        assertIs(impostor.join("grace").getJsonObject("self"), "grace", false, "participant");
        SignalingClient grace = with(signIn(Method.FORM, User.GRACE, open).connects(room));
        assertIs(grace.join("somebody").getJsonObject("self"), "grace", true, "moderator");
    }

    /** Were the properties of a handshake shared between connections, as they once were, somebody would become another. */
    @Test
    void thoseWhoComeAtTheSameTimeAreNotMixedUp() {
        LoginClient ada = signIn(Method.FORM, User.ADA, open);
        LoginClient grace = signIn(Method.FORM, User.GRACE, open);
        IntStream.range(0, 60).parallel().forEach(i -> {
            String own = room + "-" + i / 10;
            SignalingClient client = with(
                    switch (i % 3) {
                        case 0 -> ada.connects(own);
                        case 1 -> grace.connects(own);
                        default -> SignalingClient.signaling(open, own);
                    });
            String expected = List.of("ada", "grace", "stranger").get(i % 3);
            assertEquals(expected, client.join("stranger").getJsonObject("self").getString("name"));
        });
    }

    /** And as long as somebody is connected, the login holds: one who loses the connection comes back. */
    @ParameterizedTest
    @Tag("expiry")
    @EnumSource
    void aSessionThatExpiresCutsNoCall(Method method) throws Exception {
        LoginClient visitor = signIn(method, User.ADA);
        LoginClient idle = signIn(method, User.GRACE);
        LoginClient witness = new LoginClient(base(method)); // has no session, and so keeps none alive
        int before = witness.sessions();
        visitor.post("sessions"); // from now on they expire soon
        idle.post("sessions");
        SignalingClient ada = with(visitor.connects(room));
        ada.join("Ada");

        until(() -> witness.sessions() < before, ada);
        SignalingClient again = with(visitor.connects(room));
        JsonObject welcome = again.join("Ada");
        assertIs(welcome.getJsonObject("self"), "ada", true, "participant");
        assertEquals(1, welcome.getJsonArray("peers").size());
        ada.nextExcept("pong");

        ada.close();
        again.close();
        visitor.identity(); // Jetty counts from the last request only
        until(() -> witness.sessions() == before - 2);
    }

    private static void until(BooleanSupplier condition, SignalingClient... connected) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            List.of(connected).forEach(SignalingClient::showLife);
            TimeUnit.MILLISECONDS.sleep(500); // between two questions
        }
        assertTrue(condition.getAsBoolean());
    }

    private static void assertIs(JsonObject participant, String name, boolean verified, String role) {
        assertEquals(name, participant.getString("name"));
        assertEquals(verified, participant.getBoolean("verified"));
        assertEquals(role, participant.getString("role"));
    }

    private LoginClient signIn(Method method, User user) {
        return signIn(method, user, base(method));
    }

    /** Signs in on the way to a room, and must be led to it. */
    private static LoginClient signIn(Method method, User user, URI base) {
        LoginClient visitor = new LoginClient(base);
        HttpResponse<String> page = method == Method.FORM ? visitor.signInByForm(user) : visitor.signInByBasic(user);
        assertEquals(200, page.statusCode());
        assertEquals(LoginClient.ROOM, page.uri().getRawQuery());
        assertTrue(page.uri().getPath().endsWith("/webrtc.html"), page.uri()::toString);
        assertFalse(visitor.cookies().isEmpty());
        return visitor;
    }

    private URI base(Method method) {
        return method == Method.FORM ? form : basic;
    }

    private SignalingClient with(SignalingClient client) {
        clients.add(client);
        return client;
    }
}
