package org.visavis.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.catalina.LifecycleException;
import org.visavis.data.DataFolder;
import org.visavis.data.DataFolderException;
import org.visavis.data.FileTree;
import org.visavis.launcher.certificates.CertificateSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: serves Visavis until a stop is requested. It reports whatever is wrong in one sentence. */
@Command(
        name = "java -jar visavis.war",
        description = "Serves Visavis, video calling for an intranet, until Ctrl-C.%n",
        mixinStandardHelpOptions = true,
        versionProvider = StartCommand.Version.class,
        sortOptions = false,
        footer = {
            "",
            "Each option can also be given as a system property (-Dvisavis.port=8080, before -jar) or as an environment"
                    + " variable (VISAVIS_PORT=8080). The command line wins over the property, the property over the"
                    + " variable."
        })
public final class StartCommand implements Callable<Integer> {

    private static final String STUN_PORT = "--stun-port";

    /** The application's setting for the number of connections. */
    private static final String CONNECTIONS = "visavis.connections";

    /** The largest value of that setting. */
    private static final long MOST_CONNECTIONS = 10_000_000;

    /** Bytes of heap per TLS connection: twice what one takes, as the heap holds more than connections. */
    private static final long HEAP_FOR_TLS = 192 * 1024;

    private final Path dataFolder;
    private final UnpackedWar application;
    private final StopSignal stop;

    @Option(
            names = "--port",
            paramLabel = "NUMBER",
            defaultValue = "6655",
            converter = OptionValue.Port.class,
            description = "Port to listen on, 0 for any free one (default: 6655).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            converter = OptionValue.Host.class,
            description = "Name or address to listen on (default: all addresses of this computer).")
    private String host;

    @Option(
            names = "--context",
            paramLabel = "PATH",
            defaultValue = "/",
            converter = OptionValue.ContextPath.class,
            description = "Path under which Visavis is served, for instance /visavis (default: /).")
    private String context;

    @Option(
            names = STUN_PORT,
            paramLabel = "NUMBER",
            defaultValue = "3478",
            converter = OptionValue.Port.class,
            description =
                    "UDP port that tells browsers their address, so that those without a camera can be reached from"
                            + " other subnets; 0 for none (default: 3478).")
    private int stunPort;

    @Mixin
    private HttpsOptions https;

    @Option(
            names = "--read-on-poller",
            paramLabel = "true|false",
            arity = "1",
            defaultValue = "true",
            converter = OptionValue.Switch.class,
            description = "Read messages on the thread that waits for them, which costs less time (default: true).")
    private boolean readOnPoller;

    // No plain flag: picocli negates the default, so --verbose would turn it off if the environment has turned it on.
    @Option(
            names = "--verbose",
            paramLabel = "true|false",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            converter = OptionValue.Switch.class,
            description = "Log every connection and every message (default: false).")
    private boolean verbose;

    /** Only explains it: the launcher has used it already. */
    @Option(
            names = DataOption.NAME,
            paramLabel = "FOLDER",
            description = "Keeps what must survive a restart, readable by its owner alone (default: ~/.visavis).")
    void data(String value) {}

    /** Only refuses values that are not possible here; the application reads the setting itself. */
    @Option(names = "--auth", hidden = true, defaultValue = "open", converter = OptionValue.Auth.class)
    void auth(String value) {}

    private StartCommand(Path dataFolder, UnpackedWar application, StopSignal stop) {
        this.dataFolder = dataFolder;
        this.application = application;
        this.stop = stop;
    }

    /**
     * Runs the command line. The {@link Launcher} calls this from another class loader.
     *
     * @param dataFolder is there, but no process has taken it yet
     * @param application the folder of an {@link UnpackedWar}
     * @return the exit status: 0, 1 if the start failed, 2 if the command line is wrong
     */
    public static int run(Path dataFolder, Path application, String... args) {
        Halt.onErrors();
        StopSignal stop = StopSignal.install();
        try {
            OptionSources sources = new OptionSources();
            return new CommandLine(new StartCommand(dataFolder, new UnpackedWar(application), stop))
                    .setDefaultValueProvider(sources)
                    .setParameterExceptionHandler((e, rest) -> complain(e, sources))
                    .setExecutionExceptionHandler(StartCommand::fail)
                    .execute(args);
        } finally {
            stop.stopped();
        }
    }

    private static int complain(ParameterException e, OptionSources sources) {
        String sentence = e.getMessage() + ".";
        if (e.getCause() instanceof TypeConversionException wrong && e.getArgSpec() instanceof OptionSpec option) {
            sentence = sources.nameOf(option) + " " + wrong.getMessage();
        } else if (e instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            sentence = first.startsWith("-")
                    ? "There is no option " + first + "."
                    : "Visavis takes options only, not \"" + first + "\".";
        }
        System.err.println(sentence + " Try --help.");
        return CommandLine.ExitCode.USAGE;
    }

    private static int fail(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (!(e instanceof StartFailure || e instanceof DataFolderException)) {
            throw e;
        }
        System.err.println(e.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public Integer call() throws StartFailure, LifecycleException, InterruptedException, IOException {
        ConsoleLog log = ConsoleLog.install(verbose);
        InetAddress address = address();
        System.setProperty(OptionSources.propertyOf(STUN_PORT), Integer.toString(stunPort)); // for the application
        if (address != null) {
            System.setProperty("visavis.stun.host", address.getHostAddress());
        }
        try (DataFolder folder = DataFolder.open(dataFolder.toString())) {
            application.deleteOthers();
            serve(folder, address, log);
        }
        return CommandLine.ExitCode.OK;
    }

    private void serve(DataFolder folder, InetAddress address, ConsoleLog log)
            throws StartFailure, LifecycleException, InterruptedException, IOException {
        Binding binding = new Binding(address, port, https.port(), readOnPoller);
        CertificateSource source = https.source(folder.certificates());
        Path work = folder.work();
        CertificateWatch certificates = source == null ? null : new CertificateWatch(source);
        try (EmbeddedTomcat tomcat = new EmbeddedTomcat(application.webapp(), work, context, binding, certificates)) {
            if (binding.isSecure()) {
                bearTls(); // for the application, which has not started yet
            }
            start(tomcat, certificates, log);
            new Announcement(host, binding, context)
                    .print(
                            System.out,
                            tomcat.port(),
                            tomcat.securePort(),
                            names(certificates),
                            certificates != null && certificates.authority().isPresent());
            stop.await();
        } finally {
            FileTree.delete(work);
        }
    }

    /** What the application tells browsers about HTTPS. */
    private Map<String, Object> about(EmbeddedTomcat tomcat, CertificateWatch certificates) {
        Map<String, Object> https = new HashMap<>();
        https.put("port", tomcat.securePort());
        https.put("httpPort", tomcat.port());
        https.put("host", names(certificates).get(0));
        certificates.authority().ifPresent(encoded -> https.put("authority", encoded));
        return https;
    }

    /** The names to announce: those in a given certificate, which must be used, otherwise those of this computer. */
    private List<String> names(CertificateWatch certificates) {
        List<String> given = certificates == null ? List.of() : certificates.givenNames();
        return given.isEmpty() ? https.names() : given;
    }

    /** Allows fewer connections, unless a setting says how many. A TLS connection takes much more memory than a plain one. */
    private static void bearTls() {
        if (wantedConnections() == 0) {
            long connections = Math.max(1, Runtime.getRuntime().maxMemory() / HEAP_FOR_TLS);
            System.setProperty(CONNECTIONS, Long.toString(Math.min(connections, MOST_CONNECTIONS)));
        }
    }

    /** The number of connections in the settings. 0 if it is not set or not a number, which the application reports. */
    static long wantedConnections() {
        String property = System.getProperty(CONNECTIONS);
        String value = property == null ? System.getenv("VISAVIS_CONNECTIONS") : property;
        return value != null && value.strip().matches("[0-9]{1,8}") ? Long.parseLong(value.strip()) : 0;
    }

    /** The address to listen on; null for all addresses. */
    private InetAddress address() throws StartFailure {
        try {
            return host == null ? null : InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new StartFailure("Visavis cannot listen on \"" + host + "\": there is no host of this name.", e);
        }
    }

    private void start(EmbeddedTomcat tomcat, CertificateWatch certificates, ConsoleLog log) throws StartFailure {
        try {
            tomcat.open();
            if (certificates != null) {
                tomcat.tell("org.visavis.https", about(tomcat, certificates));
            }
            tomcat.start();
            log.started();
        } catch (LifecycleException e) {
            Throwable cause = withoutWrappers(log.firstError().orElse(e));
            if (cause instanceof SocketException socket) {
                throw cannotListen(socket, tomcat.port() > 0);
            }
            // The message of an Error is often only a name; that of an exception is written for people.
            String reason = cause instanceof Error ? cause.toString() : cause.getMessage();
            throw new StartFailure("Visavis cannot start: " + reason, e);
        }
    }

    /** The real cause: Tomcat wraps an exception once per level of its components and once per thread that starts them. */
    private static Throwable withoutWrappers(Throwable e) {
        boolean wrapper = e instanceof LifecycleException || e instanceof ExecutionException;
        return wrapper && e.getCause() != null ? withoutWrappers(e.getCause()) : e;
    }

    /** @param httpListens whether the port for HTTP is open, so that the one for HTTPS is the problem */
    private StartFailure cannotListen(SocketException e, boolean httpListens) {
        String where = (host == null ? "" : host + ", ") + "port " + (httpListens ? https.port() : port);
        return new StartFailure(
                "Visavis cannot listen on " + where + " (" + e.getMessage() + "); choose another with "
                        + (httpListens ? "--https-port" : "--port") + " or --host.",
                e);
    }

    /** The version in the manifest of the WAR. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"Visavis " + StartCommand.class.getPackage().getImplementationVersion()};
        }
    }
}
