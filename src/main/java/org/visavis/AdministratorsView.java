package org.visavis;

import jakarta.servlet.ServletContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.visavis.data.DataFolder;
import org.visavis.operations.admin.AdminLink;
import org.visavis.operations.admin.RecentErrors;
import org.visavis.operations.admin.ServerPart;
import org.visavis.operations.admin.SettingsPart;
import org.visavis.operations.admin.StatePart;
import org.visavis.settings.LauncherAttributes;
import org.visavis.websocket.ConnectionRegistry;

/** Gives the administrator's view what it shows of this deployment. */
final class AdministratorsView {
    private AdministratorsView() {}

    /** With {@code java -jar} a link lets the administrator in; a container has its login. */
    static Optional<AdminLink> link(ServletContext context, Deployment deployment, LongSupplier clock) {
        return context.getAttribute(LauncherAttributes.ADMINISTRATION) instanceof String page
                ? deployment.data().map(data -> new AdminLink(DataFolder.administratorLink(data.path()), page, clock))
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
                new SettingsPart(deployment.sources(), launched),
                errors);
    }
}
