package org.visavis.launcher;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.descriptor.web.ApplicationParameter;
import org.apache.tomcat.util.modeler.Registry;
import org.apache.tomcat.util.scan.StandardJarScanner;

/** Tomcat with one connector and one web application. Started once, closed once, by the main thread. */
final class EmbeddedTomcat implements AutoCloseable {

    /**
     * Each connection has three WebSocket buffers and two of its socket for as long as it lives, of 8 KiB each where
     * Tomcat has its way. A message that is longer goes out in several frames.
     */
    private static final String WEBSOCKET_BUFFER_BYTES = "2048";

    /** In parts of so many characters a message comes to the endpoint: most come in one, a session description in some. */
    private static final String PART_CHARACTERS = "512";

    /** So much is unmasked, and then decoded, at once; text goes through this buffer, too. */
    private static final String UNMASKED_BYTES = "512";

    private final Tomcat tomcat = new Tomcat();
    private final Workers workers = Workers.start();
    private final HttpConnector connector;
    private final StandardContext context;

    /**
     * @param webapp the unpacked WAR; its parent folder takes Tomcat's own files
     * @param contextPath empty, or with a leading slash
     */
    EmbeddedTomcat(Path webapp, String contextPath, Binding binding) {
        Registry.disableRegistry(); // JMX beans that nobody reads: a tenth of the start
        // Read when Tomcat's WebSocket classes are loaded; a -D on the command line is left alone.
        System.getProperties().putIfAbsent("jdk.tls.rejectClientInitiatedRenegotiation", "true"); // dear, on the poller
        System.getProperties().putIfAbsent("org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE", WEBSOCKET_BUFFER_BYTES);
        tomcat.setBaseDir(webapp.getParent().toString());
        connector = new HttpConnector(binding, workers);
        tomcat.setConnector(connector.connector());
        tomcat.getEngine().setParentClassLoader(EmbeddedTomcat.class.getClassLoader());
        StandardHost host = (StandardHost) tomcat.getHost();
        host.getPipeline().addValve(new Gate());
        host.getPipeline().addValve(bareErrorPage());
        tomcat.setAddDefaultWebXmlToWebapp(false); // it would bring JSP and other welcome files
        ContextConfig config = new ContextConfig();
        config.setDefaultWebXml(tomcat.noDefaultWebXmlPath());
        context = (StandardContext) tomcat.addWebapp(host, contextPath, webapp.toString(), config);
        context.setJarScanner(noJarScanner());
        // Leaks matter to a container that goes on; here the JVM ends, and the search needs --add-opens.
        context.setClearReferencesThreadLocals(false);
        context.setClearReferencesRmiTargets(false);
        if (binding.readsOnPoller()) {
            context.getServletContext().setAttribute(PollerPass.ATTRIBUTE, PollerPass.SENDS);
        }
        setParameter(context, "org.apache.tomcat.websocket.textBufferSize", PART_CHARACTERS);
        setParameter(context, "org.apache.tomcat.websocket.binaryBufferSize", UNMASKED_BYTES);
        serveFiles(context);
    }

    /** The error page of a status without one of its own: no version, no stack trace. */
    private static ErrorReportValve bareErrorPage() {
        ErrorReportValve valve = new ErrorReportValve();
        valve.setShowReport(false);
        valve.setShowServerInfo(false);
        return valve;
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
        context.addServletMapping("/", "default");
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
    @SuppressWarnings("FutureReturnValueIgnored") // an exception is the end of the task, and there is none
    void start() throws LifecycleException {
        tomcat.start();
        if (!context.getState().isAvailable()) { // Tomcat itself runs well without it
            throw new LifecycleException("The web application has not started.");
        }
        tomcat.getServer().getUtilityExecutor().scheduleWithFixedDelay(connector::check, 1, 1, TimeUnit.SECONDS);
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
