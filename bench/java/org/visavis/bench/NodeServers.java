package org.visavis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.visavis.Node;

/** The commands that start those that run in Node, which is the one that Playwright brings. */
final class NodeServers {
    private static final Pattern READY = Pattern.compile("^ready (\\d+)$");

    private NodeServers() {}

    static Launch relay(Path folder, List<String> jvmOptions)
            throws IOException, InterruptedException, MissingContender {
        return launch(folder, "ws-relay.mjs", "ws");
    }

    static Launch peerServer(Path folder, List<String> jvmOptions)
            throws IOException, InterruptedException, MissingContender {
        return launch(folder, "peer-server.mjs", "peer");
    }

    private static Launch launch(Path folder, String script, String library)
            throws IOException, InterruptedException, MissingContender {
        Path peers = NodePackages.folder();
        List<String> arguments = new ArrayList<>(V8.OPTIONS);
        arguments.addAll(List.of("--require", peers.resolve("measure.cjs").toString()));
        arguments.add(peers.resolve(script).toString());
        ProcessBuilder command = Node.command(arguments);
        command.environment().remove("NODE_OPTIONS");
        Output output = new Output(folder.resolve("output.log"));
        String version = library + " " + NodePackages.version(library) + ", Node "
                + Node.run(List.of("--version")).strip();
        return new Launch(command, output, READY, "", version, new V8(output));
    }
}
