package org.visavis.operations.admin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.visavis.access.AccessPolicy;
import org.visavis.access.AdministratorRefusal;
import org.visavis.access.AdministratorRequest;
import org.visavis.access.ProxyHeaders;
import org.visavis.access.TokenBucket;

/** Knows who is an administrator: by the container's login, or with {@code java -jar} by a link. Thread-safe. */
public final class AdminEntrance {
    /** Reads from a request what the container knows of who sent it. */
    public interface ContainerLogin {
        /** What the access policy decides from. */
        AdministratorRequest of(HttpServletRequest request);
    }

    /** Whom a link has let in. It says nothing of who that is. */
    private static final String BY_LINK = "administrator";

    private static final String COOKIE = "visavis-admin";

    private static final String BEARER = "Bearer ";

    /** How many wrong links get their own answer in a burst. It is out of the question to guess a right one. */
    private static final int WRONG_LINKS = 20;

    private final ContainerLogin login;
    private final Optional<AdminLink> link;
    private final AdminSessions sessions;
    private final TokenBucket wrongLinks;

    /**
     * @param link nothing in a container, whose login lets administrators in
     * @param clock milliseconds, never running backwards
     */
    public AdminEntrance(ContainerLogin login, Optional<AdminLink> link, LongSupplier clock) {
        this.login = login;
        this.link = link;
        sessions = new AdminSessions(clock);
        wrongLinks = new TokenBucket(WRONG_LINKS, 1, clock);
    }

    /** Whether a link lets administrators in, and not a login. */
    boolean isByLink() {
        return link.isPresent();
    }

    /** Who asks for what. */
    AdministratorRequest read(HttpServletRequest request) {
        AdministratorRequest asked = login.of(request);
        boolean hasSession =
                link.isPresent() && secretIn(request).filter(sessions::has).isPresent();
        return hasSession ? asked.by(BY_LINK) : asked;
    }

    /**
     * Begins a session for the token of a link, which is in the header {@code Authorization: Bearer …}, and sets its cookie. A
     * right token counts however many wrong ones there were, so that nobody can lock the administrator out.
     *
     * @return why not; empty if it has begun
     */
    Optional<AdministratorRefusal> enter(HttpServletRequest request, HttpServletResponse response) {
        Optional<AdministratorRefusal> refusal = AccessPolicy.refusalToAnybody(login.of(request));
        if (refusal.isPresent()) {
            return refusal;
        }
        String header = request.getHeader("Authorization");
        String token = header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
        if (link.isEmpty() || !link.get().use(token)) {
            return Optional.of(
                    wrongLinks.take(1) ? AdministratorRefusal.LINK_INVALID : AdministratorRefusal.TOO_MANY_ATTEMPTS);
        }
        setCookie(request, response, sessions.begin(), (int) (AdminSessions.LIFETIME / 1_000));
        return Optional.empty();
    }

    /** Ends the session that a link has begun, if there is one. */
    void leave(HttpServletRequest request, HttpServletResponse response) {
        secretIn(request).ifPresent(sessions::end);
        setCookie(request, response, "", 0);
    }

    private static Optional<String> secretIn(HttpServletRequest request) {
        return request.getCookies() == null
                ? Optional.empty()
                : Stream.of(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static void setCookie(HttpServletRequest request, HttpServletResponse response, String value, int seconds) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure() || ProxyHeaders.sayHttps(request::getHeader));
        cookie.setAttribute("SameSite", "Strict");
        cookie.setPath(request.getContextPath() + "/admin");
        cookie.setMaxAge(seconds);
        response.addCookie(cookie);
    }
}
