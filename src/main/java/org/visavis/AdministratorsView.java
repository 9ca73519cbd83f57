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
import org.visavis.operations.admin.AdminLink;
import org.visavis.operations.admin.NetworkPart;
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
}
