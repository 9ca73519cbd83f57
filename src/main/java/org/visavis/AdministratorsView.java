package org.visavis;

import jakarta.servlet.ServletContext;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.visavis.data.DataFolder;
import org.visavis.ice.IceServers;
import org.visavis.ice.RelayCheck;
import org.visavis.operations.admin.AdminActions;
import org.visavis.operations.admin.AdminEntrance;
import org.visavis.operations.admin.AdminLink;
import org.visavis.operations.admin.AdminServlet;
import org.visavis.operations.admin.NetworkCheck;
import org.visavis.operations.admin.NetworkPart;
import org.visavis.operations.admin.RecentErrors;
import org.visavis.operations.admin.RoomsPart;
import org.visavis.operations.admin.ServerPart;
import org.visavis.operations.admin.SettingsPart;
import org.visavis.operations.admin.StatePart;
import org.visavis.room.Rooms;
import org.visavis.settings.LauncherAttributes;
import org.visavis.websocket.ConnectionRegistry;

/** Builds the administrator's view of this deployment. */
final class AdministratorsView {
    private AdministratorsView() {}

    /** With {@code java -jar} a link lets the administrator in; a container has its login. */
    static Optional<AdminLink> link(ServletContext context, Deployment deployment, LongSupplier clock) {
        return context.getAttribute(LauncherAttributes.ADMINISTRATION) instanceof String page
                ? deployment.data().map(data -> new AdminLink(DataFolder.administratorLink(data.path()), page, clock))
                : Optional.empty();
    }

    @SuppressWarnings("unchecked") // the launcher puts nothing else there
    private static Optional<Supplier<X509Certificate>> certificate(ServletContext context) {
        return context.getAttribute(LauncherAttributes.HTTPS) instanceof Map<?, ?> https
                ? Optional.of((Supplier<X509Certificate>) https.get("certificate"))
                : Optional.empty();
    }

    /** What an administrator sees beside the rooms. */
    static List<StatePart> parts(
            ServletContext context, Deployment deployment, ConnectionRegistry connections, RecentErrors errors) {
        ServerPart.Deployed deployed = new ServerPart.Deployed(deployment.version(), context.getServerInfo());
        int most = deployment.settings().server().connections();
        boolean launched = context.getAttribute(LauncherAttributes.OPTIONS) != null;
        return List.of(
                new ServerPart(deployed, InstantSource.system(), connections::size, most),
                new NetworkPart(certificate(context), deployment.settings().ice()),
                new SettingsPart(deployment.sources(), launched),
                errors);
    }

    /** The view itself. */
    static AdminServlet servlet(
            AdminEntrance entrance, AdminActions actions, IceServers ice, Rooms rooms, List<StatePart> parts) {
        NetworkCheck check = new NetworkCheck(
                () -> ice.apply("administrator", null),
                (server, url) -> RelayCheck.of(server, url).code());
        return new AdminServlet(entrance, actions, check, new RoomsPart(rooms, InstantSource.system()), parts);
    }
}
