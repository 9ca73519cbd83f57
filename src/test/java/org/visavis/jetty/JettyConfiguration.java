package org.visavis.jetty;

import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** What arquillian.xml says of Jetty. */
public final class JettyConfiguration implements ContainerConfiguration {
    private String home;
    private String javaHome;
    private int port;

    @Override
    public void validate() {}

    public String getHome() {
        return home;
    }

    public void setHome(String home) {
        this.home = home;
    }

    public String getJavaHome() {
        return javaHome;
    }

    public void setJavaHome(String javaHome) {
        this.javaHome = javaHome;
    }

    public int getPort() {
        return port;
    }

    public void setPort(int port) {
        this.port = port;
    }
}
