package org.visavis.jetty;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Tells Arquillian of {@link JettyContainer} where Jetty is to be used; two containers would be one too many for it. */
public final class JettyExtension implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        if ("jetty".equals(System.getProperty("arquillian.launch"))) {
            builder.service(DeployableContainer.class, JettyContainer.class);
        }
    }
}
