package org.visavis.ice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.visavis.signaling.ServerMessage.IceServer;

/** The ICE servers that a participant is told of in its welcome: those of the settings, with credentials of its own. */
public final class IceServers implements Function<String, List<IceServer>> {
    private final List<String> stun;
    private final List<String> turn;
    private final TurnCredentials credentials;

    /**
     * @param urls as in {@code RTCIceServer.urls} (RFC 7064 and 7065)
     * @param credentials for the TURN servers among them; null where there are none
     */
    public IceServers(List<String> urls, TurnCredentials credentials) {
        this.turn = urls.stream().filter(IceServers::isTurn).collect(Collectors.toUnmodifiableList());
        this.stun = urls.stream().filter(url -> !isTurn(url)).collect(Collectors.toUnmodifiableList());
        this.credentials = credentials;
    }

    /** Whether a URL names a server that relays, and wants to know for whom. */
    public static boolean isTurn(String url) {
        return url.startsWith("turn");
    }

    /** The servers for the participant of this id. */
    @Override
    public List<IceServer> apply(String id) {
        List<IceServer> servers = new ArrayList<>();
        if (!stun.isEmpty()) {
            servers.add(new IceServer(stun, null, null));
        }
        if (!turn.isEmpty()) {
            String username = credentials.username(id);
            servers.add(new IceServer(turn, username, credentials.password(username)));
        }
        return servers;
    }
}
