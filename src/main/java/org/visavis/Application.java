package org.visavis;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.visavis.access.AccessDecision.Admit;
import org.visavis.access.AccessPolicy;
import org.visavis.access.AllowedOrigins;
import org.visavis.access.Identity;
import org.visavis.access.TokenKeys;
import org.visavis.access.TokenRevocations;
import org.visavis.access.TokenVerifier;
import org.visavis.access.WrongTokens;
import org.visavis.data.DataFolder;
import org.visavis.data.DataFolderException;
import org.visavis.ice.IceServers;
import org.visavis.ice.StunResponder;
import org.visavis.ice.TurnCredentials;
import org.visavis.operations.AuditLog;
import org.visavis.operations.Drain;
import org.visavis.operations.HealthServlet;
import org.visavis.operations.Metrics;
import org.visavis.operations.MetricsServlet;
import org.visavis.operations.PublishedBean;
import org.visavis.operations.RoomsMonitor;
import org.visavis.operations.admin.AdminActions;
import org.visavis.operations.admin.AdminEntrance;
import org.visavis.operations.admin.AdminLink;
import org.visavis.operations.admin.RecentErrors;
import org.visavis.operations.admin.StatePart;
import org.visavis.protocol.MessageCodec;
import org.visavis.room.Arrival;
import org.visavis.room.LeaveReason;
import org.visavis.room.Outbox;
import org.visavis.room.RoomListener;
import org.visavis.room.Rooms;
import org.visavis.room.Seat;
import org.visavis.settings.AuditSettings;
import org.visavis.settings.IceSettings;
import org.visavis.settings.LauncherAttributes;
import org.visavis.settings.RoomRights;
import org.visavis.settings.SettingSources;
import org.visavis.settings.Settings;
import org.visavis.settings.TokenSettings;
import org.visavis.threads.PeriodicTasks;
import org.visavis.threads.WatchedThreads;
import org.visavis.web.BodyFilter;
import org.visavis.web.DoctorServlet;
import org.visavis.web.HttpAccess;
import org.visavis.web.IdentityServlet;
import org.visavis.web.LoginServlet;
import org.visavis.web.Logins;
import org.visavis.web.LogoutServlet;
import org.visavis.web.PeopleServlet;
import org.visavis.web.SecurityHeadersFilter;
import org.visavis.web.TrustServlet;
import org.visavis.websocket.BroadcastEndpoint;
import org.visavis.websocket.ConnectionRegistry;
import org.visavis.websocket.EndpointConfigurator;
import org.visavis.websocket.GoodbyeFilter;
import org.visavis.websocket.SignalingEndpoint;

/**
 * The composition root: builds the objects when the container starts the application, and closes them in reverse order
 * when the container stops it. All other classes are given what they need.
 */
@WebListener
public class Application implements ServletContextListener {
    private static final Logger LOG = System.getLogger(Application.class.getName());

    /** How many tokens may be revoked at a time; each takes some hundred bytes. */
    private static final int MAX_REVOKED = 100_000;

    private static final String STUN_ON_LOOPBACK =
            "STUN answers on this computer only, so browsers elsewhere are not told of it. Behind a proxy set"
                    + " visavis.stun.host to an address of this computer that they reach, or visavis.stun.port to 0.";

    private final WatchedThreads threads = new WatchedThreads(Application::clock);

    /** The parts that must be closed, the last one built first. */
    private final Deque<AutoCloseable> built = new ArrayDeque<>();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        try {
            start(context, deployment(context));
        } catch (IllegalArgumentException e) {
            // Some containers write the exception where nobody looks: Tomcat to localhost.DATE.log.
            LOG.log(Level.ERROR, "Visavis cannot start: " + e.getMessage());
            closeAll();
            throw e;
        }
        LOG.log(Level.INFO, "Visavis has started.");
    }

    private Deployment deployment(ServletContext context) {
        SettingSources given = Deployment.given(context);
        try {
            Optional<DataFolder> data = Deployment.openData(context, given);
            data.ifPresent(this::closing);
            return Deployment.read(context, given, data);
        } catch (DataFolderException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private void start(ServletContext context, Deployment deployment) {
        Settings settings = deployment.settings();
        MessageCodec codec = closing(new MessageCodec());
        Metrics metrics = closing(new Metrics());
        RecentErrors errors = new RecentErrors(InstantSource.system());
        List<RoomListener> listeners = new ArrayList<>(List.of(metrics, errors));
        Optional<AuditLog> audit = auditLog(deployment);
        audit.ifPresent(listeners::add);
        RoomListener listener = RoomListener.all(listeners);
        Rooms rooms = new Rooms(settings.room(), settings.server(), codec, Application::clock, listener);
        closing(new PublishedBean("Rooms", context.getContextPath(), new RoomsMonitor(rooms::usage)));
        Drain drain = new Drain();
        closing(new PublishedBean("Drain", context.getContextPath(), drain));
        rooms.closeToNewcomersWhile(drain::isDraining);
        context.setAttribute(LauncherAttributes.DRAIN, (Runnable) drain::toggle);
        InetSocketAddress stun = stun(settings.ice().stun());
        IceServers ice = iceServers(settings.ice(), stun);
        AccessPolicy policy = policy(settings);
        HttpAccess access = access(context, settings.access().rooms());
        ConnectionRegistry connections = closing(
                new ConnectionRegistry(policy, settings.server(), sends(context), Application::clock, listener));
        show(metrics, rooms, connections, drain);
        BroadcastEndpoint broadcast =
                new BroadcastEndpoint(settings.room().capacity(), connections, codec, drain::isDraining);
        Optional<AdminLink> link =
                AdministratorsView.link(context, deployment, Application::clock).map(this::closing);
        audit.ifPresent(log -> threads.watch("writing the audit log", log::isAlive));
        PeriodicTasks sweeper = closing(new PeriodicTasks(
                "visavis-sweeper",
                Application::clock,
                connections::check,
                rooms::expire,
                () -> audit.ifPresent(AuditLog::check),
                () -> link.ifPresent(AdminLink::check)));
        threads.watch("removing lost connections and expired places", sweeper::isAlive);
        if (context.getAttribute(LauncherAttributes.ALIVE) instanceof BooleanSupplier launcher) {
            threads.watch("cutting off slow requests or renewing certificates", launcher);
        }
        EndpointConfigurator.handOver(
                Map.of(
                        SignalingEndpoint.class, () -> new SignalingEndpoint(rooms, ice, connections, codec),
                        BroadcastEndpoint.class, () -> broadcast),
                policy,
                access::of,
                Application::clock,
                listener);
        rehearse(settings, ice, codec);
        context.addFilter("goodbye", new GoodbyeFilter(connections));
        context.addFilter("body", new BodyFilter())
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        context.addFilter("security-headers", new SecurityHeadersFilter(settings.embedOrigins()))
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST, DispatcherType.FORWARD), false, "/*");
        context.addServlet("live", new HealthServlet(threads::areAlive, deployment.version()))
                .addMapping("/health/live");
        BooleanSupplier ready = () -> threads.areAlive() && connections.isOpen() && !drain.isDraining();
        context.addServlet("ready", new HealthServlet(ready, deployment.version()))
                .addMapping("/health/ready");
        context.addServlet("metrics", new MetricsServlet(metrics, settings.metrics()))
                .addMapping("/metrics");
        context.addServlet("identity", new IdentityServlet(access, policy)).addMapping("/identity");
        context.addServlet("people", new PeopleServlet(rooms, access, policy)).addMapping("/people");
        context.addServlet("doctor", new DoctorServlet(policy.origins(), deployment.version(), https(context), stun))
                .addMapping("/doctor");
        context.addServlet("trust", new TrustServlet(settings.httpsUrl(), https(context)))
                .addMapping("/trust", "/trust/*");
        AdminEntrance entrance = new AdminEntrance(access::administrator, link, Application::clock);
        List<StatePart> shown = AdministratorsView.parts(context, deployment, connections, errors);
        AdminActions actions = new AdminActions(rooms, drain, audit);
        context.addServlet("admin", AdministratorsView.servlet(entrance, actions, ice, rooms, shown))
                .addMapping("/admin/*");
        context.addServlet("login", new LoginServlet(access.logins())).addMapping("/login");
        context.addServlet("logout", new LogoutServlet()).addMapping("/logout");
    }

    /** Milliseconds. Monotonic: no deadline depends on the wall clock. */
    private static long clock() {
        return System.nanoTime() / 1_000_000;
    }

    private AccessPolicy policy(Settings settings) {
        TokenSettings wanted = settings.access().tokens();
        TokenVerifier tokens = null;
        if (wanted != null) {
            InstantSource time = InstantSource.system();
            TokenKeys keys = closing(TokenKeys.open(wanted.keys(), Application::clock));
            tokens = new TokenVerifier(keys, wanted, new TokenRevocations(MAX_REVOKED, time), time);
        }
        AllowedOrigins origins = new AllowedOrigins(settings.allowedOrigins());
        return new AccessPolicy(settings.access(), origins, tokens, new WrongTokens(Application::clock));
    }

    /** Some containers know only the roles that the application declares. */
    private static HttpAccess access(ServletContext context, RoomRights rooms) {
        context.declareRoles(rooms.groups().toArray(String[]::new));
        return new HttpAccess(Logins.of(rooms));
    }

    private static void show(Metrics metrics, Rooms rooms, ConnectionRegistry connections, Drain drain) {
        metrics.watch(rooms::usage);
        metrics.gauge("visavis.draining", "1 while the server drains", null, () -> drain.isDraining() ? 1 : 0);
        metrics.gauge("visavis.history", "Memory of the messages that rooms keep", "bytes", rooms::historyMemory);
        metrics.gauge("visavis.connections", "Open connections", null, connections::size);
        metrics.gauge("visavis.outbox.messages", "Messages that wait to be sent", null, connections::waiting);
        metrics.gauge("visavis.waiting", "Memory of all messages that wait", "bytes", connections::waitingMemory);
    }

    private Optional<AuditLog> auditLog(Deployment deployment) {
        AuditSettings wanted = deployment.settings().audit();
        return deployment
                .data()
                .filter(data -> wanted.on())
                .map(data ->
                        closing(new AuditLog(data.audit(), wanted.days(), InstantSource.system(), Application::clock)));
    }

    /** Runs sends: at once, unless the server provides an executor that knows better moments, as {@code java -jar} does. */
    private static Executor sends(ServletContext context) {
        return context.getAttribute(LauncherAttributes.SENDS) instanceof Executor sends ? sends : Runnable::run;
    }

    /** What {@code java -jar} knows about its HTTPS; a container tells nothing. */
    private static Map<?, ?> https(ServletContext context) {
        return context.getAttribute(LauncherAttributes.HTTPS) instanceof Map<?, ?> https ? https : Map.of();
    }

    private static IceServers iceServers(IceSettings settings, InetSocketAddress stun) {
        TurnCredentials credentials = settings.turnSecret() == null
                ? null
                : new TurnCredentials(settings.turnSecret(), settings.turnLifetime(), InstantSource.system());
        return new IceServers(settings.urls(), settings.transportPolicy(), credentials, stun);
    }

    /** Starts a STUN responder and returns its address; null if none is wanted or the port is not available. */
    private InetSocketAddress stun(InetSocketAddress wanted) {
        if (wanted == null) {
            return null;
        }
        try {
            StunResponder responder = closing(new StunResponder(wanted));
            threads.watch("answering STUN requests", responder::isAlive);
            InetSocketAddress address = responder.address();
            if (address.getAddress().isLoopbackAddress()) {
                LOG.log(Level.WARNING, STUN_ON_LOOPBACK);
            }
            return address;
        } catch (IOException e) { // most calls work without STUN
            LOG.log(
                    Level.WARNING,
                    "UDP port {0} cannot be had for STUN ({1}): those who may not use their camera can be reached from their"
                            + " own subnet only.",
                    String.valueOf(wanted.getPort()),
                    e.getMessage());
            return null;
        }
    }

    /**
     * Runs through a call without anybody in it, so that all classes are loaded. The first caller need not wait for that. Open
     * Liberty deletes an application before it stops it, and still needs the classes to say goodbye to clients. The rooms are
     * thrown away afterwards: nobody else sees them, and no figure counts them.
     */
    private static void rehearse(Settings settings, IceServers ice, MessageCodec codec) {
        Rooms rooms = new Rooms(settings.room(), settings.server(), codec, Application::clock);
        Seat nobody = rooms.join(
                "rehearsal",
                new Arrival(
                        Admit.always(Identity.claimed("Nobody")), Outbox.NOWHERE, 0, null, id -> ice.apply(id, null)));
        rooms.disconnected(nobody);
        rooms.expire();
        rooms.leave(nobody, LeaveReason.LEFT);
        codec.encode(ConnectionRegistry.GOODBYE);
    }

    private <T extends AutoCloseable> T closing(T part) {
        built.push(part);
        return part;
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        EndpointConfigurator.clear();
        closeAll();
        LOG.log(Level.INFO, "Visavis has stopped.");
    }

    private void closeAll() {
        while (!built.isEmpty()) {
            try {
                built.pop().close();
            } catch (Exception e) { // close() may throw any; the other parts are closed all the same
                LOG.log(Level.ERROR, "A part of Visavis could not be closed.", e);
            }
        }
    }
}
