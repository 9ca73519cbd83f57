package org.visavis.browser;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.visavis.DeployedWar;

/** What tests of the deployed WAR's page extend: people, each with a browser, who meet there. */
@Tag("browser")
abstract class DeployedPage extends DeployedWar {
    @RegisterExtension
    final People people = new People();
}
