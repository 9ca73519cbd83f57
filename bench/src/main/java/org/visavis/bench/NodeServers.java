package org.visavis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.visavis.Node;
import org.visavis.TestCertificate;

/** The commands that start those that run in Node, which is the one that Playwright brings. */
final class NodeServers {
    private static final Pattern READY = Pattern.compile("^ready (\\d+)$");

    private NodeServers() {}

    static Launch relay(Path folder, List<String> jvmOptions)
            throws IOException, InterruptedException, MissingContender {
        return launch(folder, Address.IN_THE_CLEAR, "ws", List.of("ws-relay.mjs"));
    }

    /** The same with the certificate and the key of the run. */
    static Launch relayOverTls(Path folder, List<String> jvmOptions)
            throws IOException, InterruptedException, MissingContender {
        List<String> script = List.of(
                "ws-relay.mjs",
                TestCertificate.certificate().toString(),
                TestCertificate.key().toString());
        return launch(folder, Address.OVER_TLS, "ws", script);
    }

    static Launch peerServer(Path folder, List<String> jvmOptions)
            throws IOException, InterruptedException, MissingContender {
        return launch(folder, Address.IN_THE_CLEAR, "peer", List.of("peer-server.mjs"));
    }

    /** @param script its name, and its arguments */
    private static Launch launch(Path folder, Address address, String library, List<String> script)
            throws IOException, InterruptedException, MissingContender {
        Path peers = NodePackages.folder();
        List<String> arguments = new ArrayList<>(V8.OPTIONS);
        arguments.addAll(List.of("--require", peers.resolve("measure.cjs").toString()));
        arguments.add(peers.resolve(script.get(0)).toString());
        arguments.addAll(script.subList(1, script.size()));
        ProcessBuilder command = Node.command(arguments);
        command.environment().remove("NODE_OPTIONS");
        Output output = new Output(folder.resolve("output.log"));
        String version = library + " " + NodePackages.version(library) + ", Node "
                + Node.run(List.of("--version")).strip();
        return new Launch(command, output, READY, address, version, new V8(output));
    }
}
