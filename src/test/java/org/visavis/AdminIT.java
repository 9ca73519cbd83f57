package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The administrator's view is for those to whom the container gives the role, through its own realm and login. */
@ArquillianTest
@RunAsClient
class AdminIT {
    @ArquillianResource
    @OperateOnDeployment("form")
    private URI form;

    @ArquillianResource
    @OperateOnDeployment("basic")
    private URI basic;

    @RegisterExtension
    final TestRoom room = new TestRoom();

    @Deployment(name = "form", testable = false)
    public static WebArchive form() {
        return Deployments.war(); // its setting visavis.auth is open, which has nothing to do with administrators
    }

    @Deployment(name = "basic", testable = false)
    public static WebArchive basic() {
        return Deployments.warWithLogin("basic.war", "BASIC");
    }

    @Test
    void strangersAndOthersSeeNothing() {
        for (URI base : List.of(form, basic)) {
            assertRefused(401, "login-required", new LoginClient(base));
        }
        for (User user : List.of(User.ADA, User.GRACE)) {
            assertRefused(403, "not-administrator", signedInByForm(user));
            LoginClient byBasic = new LoginClient(basic);
            byBasic.signInByBasic(user);
            assertRefused(403, "not-administrator", byBasic);
        }
    }

    @Test
    void theAdministratorSeesWhoIsWhere() {
        room.connect(form).join("Ada <b>");
        LoginClient margaret = signedInByForm(User.MARGARET);
        JsonObject state = json(margaret.get("admin/state?filter=" + room.name()));
        JsonObject shown = state.getJsonObject("rooms").getJsonArray("shown").getJsonObject(0);
        assertEquals(room.name(), shown.getString("name"));
        JsonObject ada = shown.getJsonArray("participants").getJsonObject(0);
        assertEquals("Ada <b>", ada.getString("name"));
        assertFalse(ada.getBoolean("verified"));
        assertFalse(ada.getString("address").isEmpty());
        assertEquals("login", state.getString("way"));

        LoginClient byBasic = new LoginClient(basic);
        byBasic.signInByBasic(User.MARGARET);
        assertEquals(0, json(byBasic.get("admin/state")).getJsonObject("rooms").getInt("total"));
    }

    @Test
    void theLoginLeadsBackToThePage() {
        LoginClient margaret = new LoginClient(form);
        HttpResponse<String> page = margaret.signInByForm(User.MARGARET, "page=admin");
        assertEquals(200, page.statusCode());
        assertTrue(page.uri().getPath().endsWith("/admin.html"), page.uri()::toString);
        margaret.signOut();
        assertRefused(401, "login-required", margaret);
    }

    @Test
    void theAdministratorSpeaksToARoomAndClosesIt() {
        SignalingClient ada = room.connect(form);
        ada.join("Ada");
        LoginClient margaret = signedInByForm(User.MARGARET);
        String inRoom = "{\"room\":\"" + room.name() + "\"";
        assertEquals(
                204,
                order(margaret, "announce", inRoom + ",\"text\":\" Restart at noon \"}")
                        .statusCode());
        assertEquals("Restart at noon", ada.next("notice").getString("text"));
        assertEquals(204, order(margaret, "announce", "{\"text\":\"To all\"}").statusCode());
        assertEquals("To all", ada.next("notice").getString("text"));
        assertEquals(204, order(margaret, "close", inRoom + "}").statusCode());
        ada.expectError("room-closed");
        ada.expectClose(4023, "room-closed");
        for (String what : List.of("close", "announce")) {
            HttpResponse<String> late = order(margaret, what, inRoom + ",\"text\":\"Hello?\"}");
            assertEquals(404, late.statusCode());
            assertEquals("no-such-room", json(late).getString("code"));
        }
        room.connect(form).join("Ada"); // anybody who may
    }

    @Test
    void theAdministratorDrainsTheServer() {
        LoginClient margaret = signedInByForm(User.MARGARET);
        try {
            assertEquals(204, order(margaret, "drain", "{\"draining\":true}").statusCode());
            assertTrue(json(margaret.get("admin/state")).getBoolean("draining"));
            assertEquals("draining", room.connect(form).tryToJoin("Hedy").getString("code"));
        } finally {
            assertEquals(204, order(margaret, "drain", "{\"draining\":false}").statusCode());
        }
        room.connect(form).join("Hedy");
    }

    @Test
    void whatIsNoOrderIsRefused() {
        room.connect(form).join("Ada");
        LoginClient margaret = signedInByForm(User.MARGARET);
        String inRoom = "{\"room\":\"" + room.name() + "\",\"text\":";
        for (String[] wrong : new String[][] {
            {"drain", "{}"},
            {"drain", "{\"draining\":\"true\"}"},
            {"drain", "draining=true"},
            {"close", "[]"},
            {"close", "{\"room\":7}"},
            {"close", "{\"room\":\"a b\"}"},
            {"close", "{\"room\":\"" + room.name() + "\""},
            {"announce", inRoom + "\"  \"}"},
            {"announce", inRoom + "null}"},
            {"announce", inRoom + "\"" + "x".repeat(501) + "\"}"},
            {"announce", inRoom + "\"" + "x".repeat(4_000) + "\"}"},
            {"announce", "{\"room\":null,\"text\":\"x\"}"},
        }) {
            HttpResponse<String> answer = order(margaret, wrong[0], wrong[1]);
            assertEquals(400, answer.statusCode(), wrong[1]);
            assertEquals("invalid-request", json(answer).getString("code"));
        }
        assertEquals(
                400,
                margaret.post("admin/close", "http://" + form.getAuthority(), "%7")
                        .statusCode());
        assertEquals(
                400,
                margaret.post("admin/close", "http://" + form.getAuthority()).statusCode());
        String longest = inRoom + "\"" + "\u3042".repeat(500) + "\"}";
        assertEquals(204, order(margaret, "announce", longest).statusCode());
        for (User user : List.of(User.ADA, User.GRACE)) {
            assertEquals(
                    403, order(signedInByForm(user), "close", inRoom + "\"\"}").statusCode());
        }
    }

    @Test
    void withoutServersThereIsNothingToTry() {
        HttpResponse<String> answer =
                signedInByForm(User.MARGARET).post("admin/check", "http://" + form.getAuthority());
        assertEquals(200, answer.statusCode());
        assertEquals("{\"checked\":[]}", answer.body());
        assertEquals(
                403,
                signedInByForm(User.ADA)
                        .post("admin/check", "http://" + form.getAuthority())
                        .statusCode());
    }

    private HttpResponse<String> order(LoginClient client, String what, String json) {
        String encoded = URLEncoder.encode(json, StandardCharsets.UTF_8).replace("+", "%20"); // as browsers do
        return client.post("admin/" + what, "http://" + form.getAuthority(), encoded);
    }

    /** The session alone does not do it: a page of another site could make the browser send that along. */
    @Test
    void onlyTheOwnPageChangesAnything() {
        LoginClient margaret = signedInByForm(User.MARGARET);
        for (String origin : new String[] {null, "null", "https://portal.example", "http://" + form.getHost() + ":1"}) {
            for (String what : List.of("sign-out", "drain", "close", "announce", "check")) {
                HttpResponse<String> refused = margaret.post("admin/" + what, origin);
                assertEquals(403, refused.statusCode(), origin);
                assertEquals("foreign-origin", json(refused).getString("code"));
            }
        }
        HttpResponse<String> done = margaret.post("admin/sign-out", "http://" + form.getAuthority());
        assertEquals(204, done.statusCode(), done::body);
    }

    /** No page may lay it under a click. */
    @Test
    void thePageIsInNoFrame() {
        String policy = new LoginClient(form)
                .get("admin.html")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("(none)");
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    }

    private LoginClient signedInByForm(User user) {
        LoginClient client = new LoginClient(form);
        assertEquals(200, client.signInByForm(user).statusCode());
        return client;
    }

    private static void assertRefused(int status, String code, LoginClient client) {
        HttpResponse<String> answer = client.get("admin/state");
        assertEquals(status, answer.statusCode(), answer::body);
        JsonObject refusal = json(answer);
        assertEquals(code, refusal.getString("code"));
        assertEquals(List.of("code", "message", "way"), List.copyOf(refusal.keySet()));
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }
}
