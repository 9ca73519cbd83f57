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
import org.visavis.settings.LauncherAttributes;
import org.visavis.settings.Origin;
import org.visavis.settings.Setting;
import org.visavis.settings.SettingSources;
import org.visavis.settings.SettingsFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line: serves Visavis until a stop is requested. It reports whatever is wrong in one sentence. */
@Command(
        name = "java -jar visavis.war",
        description = "Serves Visavis, video calling for an intranet, until Ctrl-C.%n",
        mixinStandardHelpOptions = true,
        versionProvider = StartCommand.Version.class,
        sortOptions = false,
        footer = {
            "",
            "Each option can also be given as a system property (-Dvisavis.port=8080, before -jar), as an environment"
                    + " variable (VISAVIS_PORT=8080), or in the file visavis.properties in the data folder"
                    + " (visavis.port=8080). The first of these that is given counts."
        })
public final class StartCommand implements Callable<Integer> {

    /** The largest value of the application's setting for the number of connections. */
    private static final long MOST_CONNECTIONS = 10_000_000;

    /** Bytes of heap per TLS connection: twice what one takes, as the heap holds more than connections. */
    private static final long HEAP_FOR_TLS = 192 * 1024;

    private final Path dataFolder;
    private final UnpackedWar application;
    private final StopSignal stop;

    /** What is set elsewhere than on the command line. */
    private final SettingSources sources;

    @Spec
    private CommandSpec command;

    @Option(
            names = "--port",
            paramLabel = "NUMBER",
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
            converter = OptionValue.ContextPath.class,
            description = "Path under which Visavis is served, for instance /visavis (default: /).")
    private String context;

    @Option(
            names = "--stun-port",
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
            converter = OptionValue.Switch.class,
            description = "Read messages on the thread that waits for them, which costs less time (default: true).")
    private boolean readOnPoller;

    @Mixin
    private LogOptions log;

    @Option(
            names = "--access-log",
            paramLabel = "true|false",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            converter = OptionValue.Switch.class,
            description =
                    "Write each request to logs/access.DATE.log in the data folder, for 30 days (default: false).")
    private boolean accessLog;

    /** Only explains it: the launcher has used it already. */
    @Option(
            names = DataOption.NAME,
            paramLabel = "FOLDER",
            description = "Keeps what must survive a restart, readable by its owner alone (default: ~/.visavis).")
    void data(String value) {}

    /** Only refuses values that are not possible here; the application reads the setting itself. */
    @Option(names = "--auth", hidden = true, defaultValue = "open", converter = OptionValue.Auth.class)
    void auth(String value) {}

    private StartCommand(Path dataFolder, UnpackedWar application, StopSignal stop, SettingSources sources) {
        this.dataFolder = dataFolder;
        this.application = application;
        this.stop = stop;
        this.sources = sources;
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
            SettingSources sources =
                    SettingSources.ofProcess().with(Origin.FILE, SettingsFile.read(DataFolder.settings(dataFolder)));
            OptionDefaults defaults = new OptionDefaults(sources);
            return new CommandLine(new StartCommand(dataFolder, new UnpackedWar(application), stop, sources))
                    .setDefaultValueProvider(defaults)
                    .setParameterExceptionHandler((e, rest) -> defaults.complain(e))
                    .setExecutionExceptionHandler(StartCommand::fail)
                    .execute(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        } finally {
            stop.stopped();
        }
    }

    private static int fail(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof StartFailure || e instanceof DataFolderException) {
            System.err.println(e.getMessage());
        } else if (e instanceof IOException) {
            System.err.println("Visavis cannot use its data folder: " + e + ".");
        } else {
            throw e;
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Override
    public Integer call() throws StartFailure, LifecycleException, InterruptedException, IOException {
        ConsoleLog console = log.install();
        InetAddress address = address();
        try (DataFolder folder = DataFolder.open(dataFolder.toString())) {
            application.deleteOthers();
            serve(folder, address, console);
        }
        return CommandLine.ExitCode.OK;
    }

    private void serve(DataFolder folder, InetAddress address, ConsoleLog log)
            throws StartFailure, LifecycleException, InterruptedException, IOException {
        Binding binding = new Binding(address, port, https.port(), readOnPoller, wantedConnections());
        CertificateSource source = https.source(folder.certificates(), hostOf(address));
        Path work = folder.work();
        CertificateWatch certificates = source == null ? null : new CertificateWatch(source);
        try (EmbeddedTomcat tomcat = new EmbeddedTomcat(application.webapp(), work, context, binding, certificates)) {
            tomcat.tell(LauncherAttributes.DATA_FOLDER, folder.path());
            tomcat.tell(
                    LauncherAttributes.OPTIONS,
                    OptionDefaults.onTheCommandLine(
                            command.commandLine().getParseResult().matchedOptions()));
            tomcat.tell(LauncherAttributes.DEFAULTS, defaults(binding));
            if (accessLog) {
                tomcat.logRequests(folder.logs());
            }
            List<String> names = names(certificates, address);
            Announcement announcement = new Announcement(host, binding, context);
            start(tomcat, certificates, announcement, names, log);
            boolean ownAuthority =
                    certificates != null && certificates.authority().isPresent();
            announcement.print(System.out, tomcat.port(), tomcat.securePort(), names, ownAuthority);
            announcement.printAdministratorLink(System.out, folder.path());
            stop.await();
        } finally {
            FileTree.delete(work);
        }
    }

    /** The names to announce: those in a given certificate, which must be used, otherwise those of this computer. */
    private List<String> names(CertificateWatch certificates, InetAddress address) {
        List<String> given = certificates == null ? List.of() : certificates.givenNames();
        return given.isEmpty() ? https.names(hostOf(address)) : given;
    }

    /** The name or address that it listens on; null for all. */
    private String hostOf(InetAddress address) {
        return address == null || address.isAnyLocalAddress() ? null : host;
    }

    /** What the application takes where nobody says anything else, other than in a container. */
    private Map<String, String> defaults(Binding binding) {
        Map<String, String> defaults = new HashMap<>();
        defaults.put(Setting.STUN_PORT.key(), Integer.toString(stunPort));
        if (binding.address() != null) {
            defaults.put(Setting.STUN_HOST.key(), binding.address().getHostAddress());
        }
        if (binding.isSecure()) { // a TLS connection takes much more memory than a plain one
            long connections = Math.max(1, Runtime.getRuntime().maxMemory() / HEAP_FOR_TLS);
            defaults.put(Setting.CONNECTIONS.key(), Long.toString(Math.min(connections, MOST_CONNECTIONS)));
        }
        return defaults;
    }

    /** The number of connections in the settings. 0 if it is not set or not a number, which the application reports. */
    private long wantedConnections() {
        String value = sources.value(Setting.CONNECTIONS);
        return value != null && value.matches("[0-9]{1,8}") ? Long.parseLong(value) : 0;
    }

    /** The address to listen on; null for all addresses. */
    private InetAddress address() throws StartFailure {
        try {
            return host == null ? null : InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new StartFailure("Visavis cannot listen on \"" + host + "\": there is no host of this name.", e);
        }
    }

    private void start(
            EmbeddedTomcat tomcat,
            CertificateWatch certificates,
            Announcement announcement,
            List<String> names,
            ConsoleLog log)
            throws StartFailure {
        try {
            tomcat.open();
            tomcat.tell(LauncherAttributes.ADDRESSES, addresses(tomcat));
            if (certificates != null) {
                tomcat.tell(
                        LauncherAttributes.HTTPS, certificates.about(tomcat.securePort(), tomcat.port(), names.get(0)));
            }
            String administration = announcement.administratorPage(tomcat.port(), tomcat.securePort(), names);
            tomcat.tell(LauncherAttributes.ADMINISTRATION, administration);
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

    private String addresses(EmbeddedTomcat tomcat) {
        return (host == null ? "all addresses" : host) + ", HTTP port " + tomcat.port()
                + (tomcat.securePort() == null ? "" : ", HTTPS port " + tomcat.securePort());
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
