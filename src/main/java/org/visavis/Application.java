package org.visavis;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.visavis.ice.IceServers;
import org.visavis.ice.TurnCredentials;
import org.visavis.room.Identity;
import org.visavis.room.LeaveReason;
import org.visavis.room.Outbox;
import org.visavis.room.Participant;
import org.visavis.room.Rooms;
import org.visavis.signaling.MessageCodec;
import org.visavis.signaling.ServerMessage.IceServer;
import org.visavis.web.HealthServlet;
import org.visavis.web.IdentityServlet;
import org.visavis.web.LoginServlet;
import org.visavis.web.LogoutServlet;
import org.visavis.websocket.AllowedOrigins;
import org.visavis.websocket.BroadcastEndpoint;
import org.visavis.websocket.Connections;
import org.visavis.websocket.EndpointConfigurator;
import org.visavis.websocket.GoodbyeFilter;
import org.visavis.websocket.SignalingEndpoint;

/**
 * The composition root: builds the objects when the container starts the application, and closes them in reverse order
 * when it stops it. Nothing else in Visavis looks anything up.
 */
@WebListener
public class Application implements ServletContextListener {
    private static final Logger LOG = System.getLogger(Application.class.getName());

    private MessageCodec codec;
    private Connections connections;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        Settings settings = Settings.read(context::getInitParameter);
        LongSupplier clock = () -> System.nanoTime() / 1_000_000; // monotonic: no deadline depends on the wall clock
        codec = new MessageCodec();
        Rooms rooms = new Rooms(settings.roomCapacity(), iceServers(settings.ice()), codec, clock);
        connections = new Connections(settings.loginRequired(), clock);
        BroadcastEndpoint broadcast = new BroadcastEndpoint(settings.roomCapacity(), connections, codec);
        EndpointConfigurator.handOver(
                Map.of(
                        SignalingEndpoint.class, () -> new SignalingEndpoint(rooms, connections, codec),
                        BroadcastEndpoint.class, () -> broadcast),
                new AllowedOrigins(settings.allowedOrigins()),
                LoginServlet::identityOf);
        rehearse(rooms);
        context.addFilter("goodbye", new GoodbyeFilter(connections));
        context.addServlet("live", new HealthServlet(() -> true)).addMapping("/health/live");
        context.addServlet("ready", new HealthServlet(connections::isOpen)).addMapping("/health/ready");
        context.addServlet("identity", new IdentityServlet(settings.loginRequired()))
                .addMapping("/identity");
        context.addServlet("login", new LoginServlet()).addMapping("/login");
        context.addServlet("logout", new LogoutServlet()).addMapping("/logout");
        LOG.log(Level.INFO, "Visavis has started.");
    }

    private static Function<String, List<IceServer>> iceServers(IceSettings settings) {
        TurnCredentials credentials = settings.turnSecret() == null
                ? null
                : new TurnCredentials(settings.turnSecret(), settings.turnLifetime(), InstantSource.system());
        return new IceServers(settings.urls(), credentials);
    }

    /**
     * Has everything happen once, with nobody there: then all classes are loaded. The first caller need not wait for that,
     * and Open Liberty, which deletes an application before it stops it, finds them when clients are told goodbye.
     */
    private void rehearse(Rooms rooms) {
        Participant nobody = rooms.join("rehearsal", Identity.claimed("Nobody"), new Outbox() {
            @Override
            public void enqueue(String text) {}

            @Override
            public void flush() {}
        });
        rooms.leave(nobody, LeaveReason.LOST);
        codec.encode(Connections.GOODBYE);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        EndpointConfigurator.clear();
        if (connections != null) {
            connections.close();
            codec.close();
        }
        LOG.log(Level.INFO, "Visavis has stopped.");
    }
}
