package org.visavis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.visavis.Deployments;
import org.visavis.User;

/** People whom the container knows: they sign in once, nobody asks for their name, and the others see who it really is. */
@Tag("browser")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LoginCallIT {
    @RegisterExtension
    final People people = new People();

    @ArquillianResource
    @OperateOnDeployment("form")
    URI form;

    @ArquillianResource
    @OperateOnDeployment("basic")
    URI basic;

    @Deployment(name = "form", testable = false)
    static WebArchive form() {
        return Deployments.warWithLogin("form.war", "FORM");
    }

    @Deployment(name = "basic", testable = false)
    static WebArchive basic() {
        return Deployments.warWithLogin("basic.war", "BASIC");
    }

    @Test
    void oneSignsInAndIsKnown() {
        Person ada = people.person(User.ADA.login()).opens(linkTo(form, "daily"));
        ada.awaits("#login"); // the page leads there by itself
        ada.photograph("login");
        ada.signsIn(User.MALLORY).awaits("#failed");
        ada.photograph("login-failed");
        ada.signsIn(User.ADA).awaits("body[data-state=lobby][data-identified]");
        assertThat(ada.page().locator("#name")).isHidden();
        assertThat(ada.page().locator("#room")).hasValue("daily");
        ada.photograph("lobby");
        ada.joins();

        Person grace = signedIn(User.GRACE, "daily").joins();
        ada.sees(grace);
        grace.sees(ada);
        ada.seesAndHears(1);
        grace.seesAndHears(1);
        ada.seesOf(grace, "role", "moderator");
        grace.seesOf(ada, "role", "participant");
        assertThat(ada.tileOf(grace).locator(".verified")).isVisible();
        assertThat(ada.tileOf(grace).locator(".role")).isVisible();
        assertThat(grace.tileOf(ada).locator(".verified")).isVisible();
        assertThat(grace.tileOf(ada).locator(".role")).isHidden();
        ada.photograph("call");
    }

    @Test
    void theLoginOfTheBrowserDoes() {
        Person ada = people.person(User.ADA.login(), Equipment.COMPLETE.withLogin(User.ADA));
        ada.opens(linkTo(basic, "daily")).awaits("body[data-identified]").joins();
        Person grace = people.person(User.GRACE.login(), Equipment.COMPLETE.withLogin(User.GRACE));
        grace.opens(linkTo(basic, "daily")).awaits("body[data-identified]").joins();
        ada.seesAndHears(1);
        grace.seesAndHears(1);
        ada.seesOf(grace, "role", "moderator");
    }

    @Test
    void whoSignsOutIsAskedAgain() {
        Person ada = signedIn(User.ADA, "daily");
        ada.page().click("text=Sign out");
        ada.awaits("#login");
        ada.signsIn(User.GRACE).awaits("body[data-identified]");
        assertThat(ada.page().locator("#identity")).hasText(User.GRACE.login());
    }

    @Test
    void aLoginThatEndsDuringACallIsRenewedBesideIt() {
        Person ada = people.person(User.ADA.login())
                .mayComplain("WebSocket connection to '.*' failed") // where the container itself cuts it
                .mayComplain("WebSocket is already in CLOSING"); // the line of the test passes on what comes too late
        SignalingLine line = new SignalingLine(ada.page());
        ada.opens(linkTo(form, "long")).signsIn(User.ADA).awaits("body[data-identified]");
        ada.joins();
        Person grace = signedIn(User.GRACE, "long").joins();
        ada.seesAndHears(1);

        ada.page().evaluate("() => fetch('logout', { method: 'POST' })");
        line.dies();
        line.comesBack();
        ada.isTold("login-expired");
        ada.photograph("login-expired");
        ada.seesAndHears(1); // the call goes on meanwhile

        Page beside = ada.page().waitForPopup(() -> ada.page().click("#message a"));
        Person.signIn(beside, User.ADA);
        beside.locator("body[data-identified]").waitFor();
        ada.isNotToldAnyMore("login-expired");
        ada.sees(grace);
        grace.sees(ada);
        ada.seesAndHears(1);
        grace.seesAndHears(1);
    }

    private Person signedIn(User user, String room) {
        return people.person(user.login())
                .opens(linkTo(form, room))
                .signsIn(user)
                .awaits("body[data-state=lobby][data-identified]");
    }

    private static String linkTo(URI base, String room) {
        return base + "webrtc.html?room=" + room;
    }
}
