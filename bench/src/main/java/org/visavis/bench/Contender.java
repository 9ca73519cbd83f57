package org.visavis.bench;

import com.google.errorprone.annotations.Immutable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The servers that are compared. */
enum Contender {
    VISAVIS("Visavis, java -jar", JavaServers::visavis),
    /** The same over TLS, which the names of setups say: it has no column of its own. */
    VISAVIS_TLS(VISAVIS.title, JavaServers::visavisOverTls),
    /** The same WAR in a Tomcat as it is downloaded: what is lost where nothing is set. */
    STOCK_TOMCAT("Visavis in stock Tomcat", StockTomcat::launch),
    /** The container's own floor: nothing in Tomcat can be faster. */
    REBROADCAST("Tomcat, plain rebroadcast", JavaServers::rebroadcast),
    NODE_WS("Node ws relay", NodeServers::relay),
    NODE_WS_TLS(NODE_WS.title, NodeServers::relayOverTls),
    PEER_SERVER("PeerServer", NodeServers::peerServer);

    private final String title;
    private final Preparation preparation;

    /** Makes the command that starts it in a folder. */
    @Immutable
    @FunctionalInterface
    private interface Preparation {
        Launch prepare(Path folder, List<String> jvmOptions) throws IOException, InterruptedException, MissingContender;
    }

    Contender(String title, Preparation preparation) {
        this.title = title;
        this.preparation = preparation;
    }

    /** As the report calls it. */
    String title() {
        return title;
    }

    /** As {@link #begin}, and waits until it can be connected to. */
    ServerProcess start(Path folder, List<String> jvmOptions)
            throws IOException, InterruptedException, MissingContender {
        return begin(folder, jvmOptions).awaitReady();
    }

    /**
     * Starts it, and leaves it to itself.
     *
     * @param folder for all that it writes, made if it is not there; a new one each time
     * @param jvmOptions those without white space; of no meaning to Node
     * @throws MissingContender if this computer has not what it needs
     */
    ServerProcess begin(Path folder, List<String> jvmOptions)
            throws IOException, InterruptedException, MissingContender {
        Path own = Files.createDirectories(folder.toAbsolutePath());
        return ServerProcess.begin(own, preparation.prepare(own, jvmOptions));
    }
}
