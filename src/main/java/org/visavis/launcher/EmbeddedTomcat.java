package org.visavis.launcher;

import java.net.InetAddress;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.modeler.Registry;
import org.apache.tomcat.util.scan.StandardJarScanner;

/** Tomcat with one connector and one web application. Started once, closed once, by the main thread. */
final class EmbeddedTomcat implements AutoCloseable {

    /**
     * Memory of an idle WebSocket connection (with the buffers of the web.xml): 76 KB with Tomcat's own sizes (8 KiB
     * each), 35 KB with these, measured with 10,000 connections and the serial collector, at unchanged speed.
     */
    private static final String WEBSOCKET_BUFFER_BYTES = "1024";

    private static final String SOCKET_BUFFER_BYTES = "2048";

    private final Tomcat tomcat = new Tomcat();
    private final StandardContext context;

    /**
     * @param webapp the unpacked WAR; its parent folder takes Tomcat's own files
     * @param contextPath empty, or with a leading slash
     * @param address where to listen; null for all addresses of this computer
     * @param port 0 for any free one
     */
    EmbeddedTomcat(Path webapp, String contextPath, InetAddress address, int port) {
        Registry.disableRegistry(); // JMX beans that nobody reads: a tenth of the start
        // Read when Tomcat's WebSocket classes are loaded; a -D on the command line is left alone.
        System.getProperties().putIfAbsent("org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE", WEBSOCKET_BUFFER_BYTES);
        tomcat.setBaseDir(webapp.getParent().toString());
        tomcat.setConnector(connector(address, port));
        tomcat.getEngine().setParentClassLoader(EmbeddedTomcat.class.getClassLoader());
        StandardHost host = (StandardHost) tomcat.getHost();
        host.getPipeline().addValve(bareErrorPage());
        tomcat.setAddDefaultWebXmlToWebapp(false); // it would bring JSP and other welcome files
        ContextConfig config = new ContextConfig();
        config.setDefaultWebXml(tomcat.noDefaultWebXmlPath());
        context = (StandardContext) tomcat.addWebapp(host, contextPath, webapp.toString(), config);
        context.setJarScanner(noJarScanner());
        // Leaks matter to a container that goes on; here the JVM ends, and the search needs --add-opens.
        context.setClearReferencesThreadLocals(false);
        context.setClearReferencesRmiTargets(false);
        serveFiles(context);
    }

    private static Connector connector(InetAddress address, int port) {
        Connector connector = new Connector();
        connector.setPort(port);
        if (address != null) {
            connector.setProperty("address", address.getHostAddress());
        }
        connector.setThrowOnFailure(true); // otherwise Tomcat runs on without a port
        connector.setProperty("socket.appReadBufSize", SOCKET_BUFFER_BYTES);
        connector.setProperty("socket.appWriteBufSize", SOCKET_BUFFER_BYTES);
        connector.setProperty("compression", "on");
        connector.setProperty("useSendfile", "false"); // what goes out by sendfile is not compressed
        return connector;
    }

    /** The error page of a status without one of its own: no version, no stack trace. */
    private static ErrorReportValve bareErrorPage() {
        ErrorReportValve valve = new ErrorReportValve();
        valve.setShowReport(false);
        valve.setShowServerInfo(false);
        return valve;
    }

    /** What Tomcat's conf/web.xml has for static content, without JSP and directory listings. */
    private static void serveFiles(Context context) {
        Wrapper files = Tomcat.addServlet(context, "default", new DefaultServlet());
        files.addInitParameter("listings", "false");
        files.addInitParameter("showServerInfo", "false");
        files.setLoadOnStartup(1);
        files.setOverridable(true);
        context.addServletMappingDecoded("/", "default");
        Tomcat.addDefaultMimeTypeMappings(context);
        context.addMimeMapping("webmanifest", "application/manifest+json"); // Tomcat 11 does not know it
    }

    /** Annotations are looked for in WEB-INF/classes only; no library has any, and to scan them takes time. */
    private static StandardJarScanner noJarScanner() {
        StandardJarScanner scanner = new StandardJarScanner();
        scanner.setScanClassPath(false);
        scanner.setScanManifest(false);
        scanner.setJarScanFilter((type, jar) -> false);
        return scanner;
    }

    /** Returns when the web application answers requests. */
    void start() throws LifecycleException {
        tomcat.start();
        if (!context.getState().isAvailable()) { // Tomcat itself runs well without it
            throw new LifecycleException("The web application has not started.");
        }
    }

    /** The port that it listens on, also where 0 was asked for. */
    int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }
}
