package org.visavis.operations.admin;

import jakarta.json.stream.JsonGenerator;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.visavis.protocol.ServerMessage.IceConfiguration;
import org.visavis.protocol.ServerMessage.IceServer;

/** Tries STUN and TURN servers from here, as browsers do from where they are. */
public final class NetworkCheck {
    private final Supplier<IceConfiguration> ice;
    private final BiFunction<IceServer, String, String> check;

    /**
     * @param ice what a participant is given at this moment
     * @param check tries one URL of a server, and returns the code of the result
     */
    public NetworkCheck(Supplier<IceConfiguration> ice, BiFunction<IceServer, String, String> check) {
        this.ice = ice;
        this.check = check;
    }

    /** Tries one after the other, and writes what came of it. It may take 4 seconds for each; one thread at a time does it. */
    synchronized void write(JsonGenerator json) {
        json.writeStartArray("checked");
        for (IceServer server : ice.get().iceServers()) {
            for (String url : server.urls()) {
                json.writeStartObject()
                        .write("url", url)
                        .write("result", check.apply(server, url))
                        .writeEnd();
            }
        }
        json.writeEnd();
    }
}
