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
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.descriptor.web.ApplicationParameter;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.modeler.Registry;
import org.apache.tomcat.util.scan.StandardJarScanner;

/** Tomcat with one connector and one web application. Started once, closed once, by the main thread. */
final class EmbeddedTomcat implements AutoCloseable {

    /**
     * Each connection has three WebSocket buffers and two of its socket for as long as it lives, of 8 KiB each where
     * Tomcat has its way. What comes goes through one of them, what goes out through none ({@link BytesAsText}).
     */
    private static final String WEBSOCKET_BUFFER_BYTES = "2048";

    /** Small, since little depends on them: {@link InlineEndpoint} reads into a larger one of its own, and writes go past. */
    private static final String SOCKET_BUFFER_BYTES = "512";

    /** In parts of so many characters a message comes to the endpoint: most come in one, a session description in some. */
    private static final String PART_CHARACTERS = "512";

    /** So much is unmasked, and then decoded, at once; text goes through this buffer, too. */
    private static final String UNMASKED_BYTES = "512";

    /** So many connections are as much as memory and open files allow, not Tomcat's 8,192: an idle one costs no thread. */
    private static final String MAX_CONNECTIONS = "-1";

    /** How many may wait for being accepted; Tomcat's 100 are too few when a whole company comes back after a restart. */
    private static final String BACKLOG = "4096";

    private final Tomcat tomcat = new Tomcat();
    private final Workers workers = Workers.start();
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
        tomcat.getConnector().getProtocolHandler().setExecutor(workers);
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
        changeFrames(context);
        setParameter(context, "org.apache.tomcat.websocket.textBufferSize", PART_CHARACTERS);
        setParameter(context, "org.apache.tomcat.websocket.binaryBufferSize", UNMASKED_BYTES);
        serveFiles(context);
    }

    private static Connector connector(InetAddress address, int port) {
        Connector connector = new Connector(new Http11NioProtocol(new InlineEndpoint()));
        connector.setPort(port);
        if (address != null) {
            connector.setProperty("address", address.getHostAddress());
        }
        connector.setThrowOnFailure(true); // otherwise Tomcat runs on without a port
        connector.setProperty("socket.appReadBufSize", SOCKET_BUFFER_BYTES);
        connector.setProperty("socket.appWriteBufSize", SOCKET_BUFFER_BYTES);
        connector.setProperty("maxConnections", MAX_CONNECTIONS);
        connector.setProperty("acceptCount", BACKLOG);
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

    /** Before Tomcat's own filter for WebSocket handshakes, which comes when the application starts. */
    private static void changeFrames(Context context) {
        FilterDef filter = new FilterDef();
        filter.setFilterName("transformation");
        filter.setFilter(new TransformationFilter());
        context.addFilterDef(filter);
        FilterMap everywhere = new FilterMap();
        everywhere.setFilterName(filter.getFilterName());
        everywhere.addURLPattern("/*");
        context.addFilterMap(everywhere);
    }

    /** In place of the same parameter in web.xml, which is for containers whose other buffers are larger. */
    private static void setParameter(Context context, String name, String value) {
        ApplicationParameter parameter = new ApplicationParameter();
        parameter.setName(name);
        parameter.setValue(value);
        parameter.setOverride(false);
        context.addApplicationParameter(parameter);
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
        workers.shutdownNow();
    }
}
