package org.visavis.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.AccessLogValve;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.descriptor.web.ApplicationParameter;
import org.apache.tomcat.util.modeler.Registry;
import org.apache.tomcat.util.scan.StandardJarScanner;
import org.visavis.settings.LauncherAttributes;
import org.visavis.threads.PeriodicTasks;

/** Tomcat with one web application, over HTTP and perhaps HTTPS. The main thread starts it once and closes it once. */
final class EmbeddedTomcat implements AutoCloseable {

    /**
     * The size of a WebSocket buffer. Each connection keeps three of them and two socket buffers for as long as it lives,
     * and Tomcat's default is 8 KiB each. Tomcat sends a longer message in several frames.
     */
    private static final String WEBSOCKET_BUFFER_BYTES = "2048";

    /**
     * How many characters of a message Tomcat passes to the endpoint at once. Most messages need one such part, a session
     * description needs several.
     */
    private static final String PART_CHARACTERS = "512";

    /** How many bytes Tomcat unmasks, and then decodes, at once. Text goes through this buffer, too. */
    private static final String UNMASKED_BYTES = "512";

    /** How long a file of the access log is kept. */
    private static final int ACCESS_LOG_DAYS = 30;

    private final Tomcat tomcat = new Tomcat();
    private final Workers workers = Workers.start();
    private final HttpConnector http;

    /** Null without HTTPS. */
    private final HttpConnector https;

    /** Null without HTTPS. */
    private final CertificateWatch certificates;

    private final StandardContext context;

    /** Empty until the server has started. */
    private volatile List<PeriodicTasks> checks = List.of();

    /**
     * @param webapp the unpacked WAR
     * @param work takes the files that Tomcat writes
     * @param contextPath empty, or with a leading slash
     * @param certificates for HTTPS, null without
     * @throws StartFailure if there is no certificate that can be used
     */
    EmbeddedTomcat(Path webapp, Path work, String contextPath, Binding binding, CertificateWatch certificates)
            throws StartFailure {
        Registry.disableRegistry(); // nobody reads its JMX beans, which take a tenth of the start
        // Renegotiation is expensive, and the poller would do it. A -D on the command line overrides both properties.
        System.getProperties().putIfAbsent("jdk.tls.rejectClientInitiatedRenegotiation", "true");
        // Tomcat reads this when its WebSocket classes are loaded.
        System.getProperties().putIfAbsent("org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE", WEBSOCKET_BUFFER_BYTES);
        tomcat.setBaseDir(work.toString());
        this.certificates = certificates;
        SocketBudget sockets = new SocketBudget(binding.connections());
        http = HttpConnector.http(binding, sockets);
        https = binding.isSecure() ? HttpConnector.https(binding, sockets, certificates.first()) : null;
        tomcat.setConnector(http.connector(binding.address(), workers));
        if (https != null) {
            tomcat.getService().addConnector(https.connector(binding.address(), workers));
        }
        tomcat.getEngine().setParentClassLoader(EmbeddedTomcat.class.getClassLoader());
        StandardHost host = (StandardHost) tomcat.getHost();
        host.getPipeline().addValve(new Gate());
        host.getPipeline().addValve(bareErrorPage());
        tomcat.setAddDefaultWebXmlToWebapp(false); // it would add JSP and other welcome files
        ContextConfig config = new ContextConfig();
        config.setDefaultWebXml(tomcat.noDefaultWebXmlPath());
        context = (StandardContext) tomcat.addWebapp(host, contextPath, webapp.toString(), config);
        context.setJarScanner(noJarScanner());
        // No search for leaks: they matter only if the JVM outlives the application, and the search needs --add-opens.
        context.setClearReferencesThreadLocals(false);
        context.setClearReferencesRmiTargets(false);
        if (binding.readsOnPoller()) {
            tell(LauncherAttributes.SENDS, PollerPass.SENDS);
        }
        BooleanSupplier alive = () -> checks.stream().allMatch(PeriodicTasks::isAlive);
        tell(LauncherAttributes.ALIVE, alive);
        setParameter(context, "org.apache.tomcat.websocket.textBufferSize", PART_CHARACTERS);
        setParameter(context, "org.apache.tomcat.websocket.binaryBufferSize", UNMASKED_BYTES);
        serveFiles(context);
    }

    /**
     * Logs each request from the start on, one file a day.
     *
     * @param folder takes the files
     */
    void logRequests(Path folder) {
        AccessLogValve log = new AccessLogValve();
        log.setDirectory(folder.toString());
        log.setPrefix("access"); // and the date with a dot before it
        log.setSuffix(".log");
        log.setPattern("common");
        log.setMaxDays(ACCESS_LOG_DAYS);
        log.setBuffered(false); // few requests, and somebody may look for the last one after a crash
        tomcat.getHost().getPipeline().addValve(log);
    }

    /** Tomcat's error page without its version and without a stack trace. */
    private static ErrorReportValve bareErrorPage() {
        ErrorReportValve valve = new ErrorReportValve();
        valve.setShowReport(false);
        valve.setShowServerInfo(false);
        return valve;
    }

    /** Overrides a parameter of web.xml, whose values are for containers in which the other buffers are larger. */
    private static void setParameter(Context context, String name, String value) {
        ApplicationParameter parameter = new ApplicationParameter();
        parameter.setName(name);
        parameter.setValue(value);
        parameter.setOverride(false);
        context.addApplicationParameter(parameter);
    }

    /** Serves static files as Tomcat's conf/web.xml does, without JSP and directory listings. */
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

    /** A scanner that skips the libraries. They have no annotations, and scanning takes time; Tomcat scans WEB-INF/classes. */
    private static StandardJarScanner noJarScanner() {
        StandardJarScanner scanner = new StandardJarScanner();
        scanner.setScanClassPath(false);
        scanner.setScanManifest(false);
        scanner.setJarScanFilter((type, jar) -> false);
        return scanner;
    }

    /** Opens the ports, which {@link #port} and {@link #securePort} then name. Clients wait until the server has started. */
    void open() throws LifecycleException {
        tomcat.init();
    }

    /**
     * Tells the application something, before it starts.
     *
     * @param name of the attribute that it looks for
     * @param value of a class of the JDK, as the two share no others
     */
    final void tell(String name, Object value) {
        context.getServletContext().setAttribute(name, value);
    }

    /** Starts the server. Returns when the web application answers requests. */
    void start() throws LifecycleException {
        tomcat.start();
        if (!context.getState().isAvailable()) { // Tomcat itself starts without it
            throw new LifecycleException("The web application has not started.");
        }
        if (context.getServletContext().getAttribute(LauncherAttributes.DRAIN) instanceof Runnable drain) {
            DrainSignal.install(drain);
        }
        checks = checks();
    }

    /** Certificates are checked by a thread of their own, since they may have to wait for the name server. */
    private List<PeriodicTasks> checks() {
        LongSupplier clock = () -> System.nanoTime() / 1_000_000;
        return https == null
                ? List.of(new PeriodicTasks("visavis-requests", clock, http::check))
                : List.of(
                        new PeriodicTasks("visavis-requests", clock, http::check, https::check),
                        new PeriodicTasks("visavis-certificates", clock, () -> certificates.check(https::use)));
    }

    /** The port of HTTP. */
    int port() {
        return http.port();
    }

    /** The port of HTTPS; null without. */
    Integer securePort() {
        return https == null ? null : Integer.valueOf(https.port());
    }

    @Override
    public void close() throws LifecycleException {
        checks.forEach(PeriodicTasks::close);
        tomcat.stop();
        tomcat.destroy();
        workers.shutdownNow();
    }
}
