package org.visavis.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.visavis.access.Login;
import org.visavis.settings.RoomRights;

/**
 * Tells from a request which user the container has authenticated, and that user's groups. To a container a group is a role.
 *
 * @param groups those that make a difference; a container answers only whether a user is in a certain one
 */
public record Logins(Set<String> groups) {
    /** Those who may use the administrator's page. */
    static final String ADMINISTRATORS = "visavis-admin";

    private static final String KEY = Login.class.getName();

    /** Looks for the groups of administrators, and for those with rights in rooms. */
    public static Logins of(RoomRights rooms) {
        Set<String> groups = new HashSet<>(rooms.groups());
        groups.add(ADMINISTRATORS);
        return new Logins(groups);
    }

    /** The user whom the container has authenticated, for this request or earlier in the same session; null if nobody. */
    public Login of(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        if (principal != null) {
            return new Login(
                    principal.getName(),
                    groups.stream().filter(request::isUserInRole).collect(Collectors.toSet()));
        }
        HttpSession session = request.getSession(false);
        return session == null ? null : (Login) session.getAttribute(KEY);
    }

    /** Keeps in the session who has signed in with this request. */
    void remember(HttpServletRequest request) {
        request.getSession().setAttribute(KEY, of(request));
    }
}
