package org.visavis.browser;

import java.net.URI;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What tests of the page extend that deploy the WAR with a change, such as a setting: people, each with a browser. */
@Tag("browser")
@ArquillianTest
abstract class ChangedPage {
    @RegisterExtension
    final People people = new People();

    /** Where the WAR is, with a slash at the end. */
    @ArquillianResource
    URI base;
}
