package org.visavis.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The way between one page and the server, on which a test can hold messages back. Goes in before the page connects. */
final class SignalingLine {
    private static final Pattern SIGNALING = Pattern.compile("/signaling/");
    private static final Pattern SIGNAL = Pattern.compile("\"type\":\"signal\"");

    private static final Pattern OFFER = Pattern.compile("\"type\":\"offer\"");

    /** An answer for the first connection; those for later ones have a generation. */
    private static final Pattern FIRST_ANSWER = Pattern.compile("\"type\":\"answer\"(?!.*\"generation\")");

    private final List<Runnable> held = new ArrayList<>();
    private boolean holding;
    private boolean losing;
    private boolean garbling;
    private boolean deafening;
    private WebSocketRoute deaf;
    private WebSocketRoute dead;
    private boolean comesBack;
    private WebSocketRoute current;

    SignalingLine(Page page) {
        page.routeWebSocket(SIGNALING, this::connect);
    }

    private void connect(WebSocketRoute browser) {
        if (dead != null && !comesBack) {
            browser.close();
            return;
        }
        WebSocketRoute server = browser.connectToServer();
        current = browser;
        if (deafening) deaf = browser;
        deafening = false;
        browser.onMessage(frame -> {
            if (dead != browser) server.send(frame.text());
        });
        browser.onClose((code, reason) -> {
            if (dead != browser) close(server, code, reason);
        });
        server.onMessage(frame -> {
            if (dead == browser || deaf == browser) return;
            if (losing && OFFER.matcher(frame.text()).find()) losing = false;
            else if (holding && SIGNAL.matcher(frame.text()).find()) held.add(() -> browser.send(frame.text()));
            else browser.send(garbling ? garbled(frame.text()) : frame.text());
        });
    }

    private static String garbled(String message) {
        return FIRST_ANSWER.matcher(message).find() ? message.replace("v=0", "v=") : message;
    }

    /** A page that closes without a code gives none, which Playwright's options do not take. */
    private static void close(WebSocketRoute route, Integer code, String reason) {
        if (code == null) route.close();
        else route.close(new WebSocketRoute.CloseOptions().setCode(code).setReason(reason));
    }

    /** From now on the page gets no signals; a page that heard nothing at all would soon doubt the line. */
    void holds() {
        holding = true;
    }

    /** The page gets all signals that it has missed, in the same order. */
    void releases() {
        holding = false;
        held.forEach(Runnable::run);
        held.clear();
    }

    /** The page never gets the next offer. */
    void losesAnOffer() {
        losing = true;
    }

    /** Over its next connection the page is heard and hears nothing, as behind a server that is too busy. */
    void deafens() {
        deafening = true;
    }

    /** From now on the page cannot make anything of the answers for its first connection. */
    void garbles() {
        garbling = true;
    }

    /** As when a laptop changes its network: the connection carries nothing any more, and nobody is told. */
    void dies() {
        dead = current;
    }

    /** After it died: new connections can be made again. */
    void comesBack() {
        comesBack = true;
    }
}
