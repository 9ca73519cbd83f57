package org.visavis;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.function.LongSupplier;
import org.visavis.room.LeaveReason;
import org.visavis.room.Outbox;
import org.visavis.room.Participant;
import org.visavis.room.Rooms;
import org.visavis.signaling.ClientMessage;
import org.visavis.signaling.MessageCodec;
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
        Settings settings = Settings.read(event.getServletContext()::getInitParameter);
        LongSupplier clock = () -> System.nanoTime() / 1_000_000; // monotonic: no deadline depends on the wall clock
        codec = new MessageCodec();
        Rooms rooms = new Rooms(settings.roomCapacity(), codec, clock);
        connections = new Connections(clock);
        BroadcastEndpoint broadcast = new BroadcastEndpoint(settings.roomCapacity(), connections, codec);
        EndpointConfigurator.handOver(
                Map.of(
                        SignalingEndpoint.class, () -> new SignalingEndpoint(rooms, connections, codec),
                        BroadcastEndpoint.class, () -> broadcast),
                new AllowedOrigins(settings.allowedOrigins()));
        rehearse(rooms);
        event.getServletContext().addFilter("goodbye", new GoodbyeFilter(connections));
        LOG.log(Level.INFO, "Visavis has started.");
    }

    /**
     * Has everything happen once, with nobody there: then all classes are loaded. The first caller need not wait for that,
     * and Open Liberty, which deletes an application before it stops it, finds them when clients are told goodbye.
     */
    private void rehearse(Rooms rooms) {
        Participant nobody = rooms.join("rehearsal", new ClientMessage.Join("Nobody"), new Outbox() {
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
