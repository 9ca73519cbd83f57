package org.visavis.bench;

import java.io.File;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/**
 * A program of its own: embedded Tomcat with its defaults, and {@link RebroadcastEndpoint} in it. What Visavis costs beyond
 * this, it costs by itself.
 */
final class Rebroadcast {
    private Rebroadcast() {}

    public static void main(String[] arguments) throws LifecycleException {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(new File("tomcat").getAbsolutePath());
        tomcat.setConnector(connector());
        Context context = tomcat.addContext("", null);
        context.addServletContainerInitializer(new WsSci(), Set.of(RebroadcastEndpoint.class));
        // Where no servlet is, Tomcat answers before it comes to the filter that makes a connection a WebSocket.
        Tomcat.addServlet(context, "default", new DefaultServlet());
        context.addServletMapping("/", "default");
        tomcat.start();
        System.out.println("ready " + tomcat.getConnector().getLocalPort());
        tomcat.getServer().await();
    }

    private static Connector connector() {
        Connector connector = new Connector();
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty(
                "maxConnections", "-1"); // the only limit that is raised: 8,192 are too few to measure more
        connector.setThrowOnFailure(true);
        return connector;
    }
}
