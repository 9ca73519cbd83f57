package org.visavis.ice;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.visavis.protocol.ServerMessage.IceConfiguration;
import org.visavis.protocol.ServerMessage.IceServer;
import org.visavis.settings.IceSettings;

/**
 * The ICE servers that a participant is told to use: those of the settings, with credentials for this participant, and the
 * STUN responder on this computer, if there is one.
 */
public final class IceServers implements BiFunction<String, String, IceConfiguration> {
    /** A name or an address that is valid in a URL. With anything else the browser throws, and no call works at all. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]");

    /** Names and addresses by which only browsers on this computer call it. */
    private static final Pattern LOOPBACK =
            Pattern.compile("(.+\\.)?localhost|127(\\.\\d{1,3}){3}|\\[?::1]?", Pattern.CASE_INSENSITIVE);

    private final List<String> stun;
    private final List<String> turn;
    private final String transportPolicy;
    private final TurnCredentials credentials;
    private final InetSocketAddress stunAddress;

    /**
     * @param urls as in {@code RTCIceServer.urls} (RFC 7064 and 7065)
     * @param transportPolicy {@code all} or {@code relay}, as in {@code RTCIceTransportPolicy}
     * @param credentials for the TURN servers among them; null if there are none
     * @param stunAddress where a {@link StunResponder} on this computer listens, or null
     */
    public IceServers(
            List<String> urls, String transportPolicy, TurnCredentials credentials, InetSocketAddress stunAddress) {
        this.turn = urls.stream().filter(IceSettings::isTurn).toList();
        this.stun = urls.stream().filter(url -> !IceSettings.isTurn(url)).toList();
        this.transportPolicy = transportPolicy;
        this.credentials = credentials;
        this.stunAddress = stunAddress;
    }

    /**
     * The servers for one participant.
     *
     * @param id the participant's id
     * @param host the name or address by which the participant reached this server, or null
     */
    @Override
    public IceConfiguration apply(String id, String host) {
        List<IceServer> servers = new ArrayList<>();
        if (stunAddress != null && host != null && isReachableBy(host)) {
            String literal = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
            if (HOST.matcher(literal).matches()) {
                servers.add(new IceServer(List.of("stun:" + literal + ":" + stunAddress.getPort()), null, null));
            }
        }
        if (!stun.isEmpty()) {
            servers.add(new IceServer(stun, null, null));
        }
        if (!turn.isEmpty()) {
            String username = credentials.username(id);
            servers.add(new IceServer(turn, username, credentials.password(username)));
        }
        return new IceConfiguration(servers, transportPolicy);
    }

    /** A responder that listens on loopback answers browsers on this computer only. */
    private boolean isReachableBy(String host) {
        return !stunAddress.getAddress().isLoopbackAddress()
                || LOOPBACK.matcher(host).matches();
    }
}
