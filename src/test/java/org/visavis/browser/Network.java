package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small company on one computer, of Linux network namespaces: a server, and two people, each behind a router of their
 * own. Nothing of it touches the networks of the computer itself.
 *
 * <pre>
 *   ada 10.77.1.2 -- adas-router 10.77.0.11 --+-- 10.77.0.12 graces-router -- 10.77.2.2 grace
 *                                             |
 *                                      server 10.77.0.1
 * </pre>
 */
final class Network implements AutoCloseable {
    /** Set to {@code required} where tests that cannot make networks are to fail. */
    private static final String PROPERTY = "visavis.networks";

    static final String SERVER_ADDRESS = "10.77.0.1";

    private static final List<String> HOSTS = List.of("wan", "server", "adas-router", "graces-router", "ada", "grace");
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final String prefix = "visavis-" + ProcessHandle.current().pid() + "-" + COUNTER.incrementAndGet() + "-";
    private final Map<String, Process> running = new LinkedHashMap<>();

    /** With all wires in place. Where the privileges are missing, the test does not run, and says so. */
    Network() {
        require();
        try {
            build();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static void require() {
        boolean programs = List.of("ip", "nft", "socat", "turnserver").stream()
                .allMatch(program -> Command.run("which", program).succeeded());
        if (!programs) {
            DebianPackages.install("iproute2", "nftables", "socat", "coturn");
        }
        String name = "visavis-" + ProcessHandle.current().pid() + "-probe";
        Command probe = Command.run("ip", "netns", "add", name);
        if (probe.succeeded()) {
            Command.run("ip", "netns", "del", name);
            return;
        }
        String sentence = "No call is tested over a broken network: this needs root and network namespaces of Linux ("
                + probe.output().strip() + ").";
        System.err.println("WARNING: " + sentence);
        if ("required".equals(System.getProperty(PROPERTY))) fail(sentence);
        abort(sentence);
    }

    private void build() {
        for (String host : HOSTS) {
            root("ip", "netns", "add", prefix + host);
            // An address of IPv6 comes a second later, and Chromium then ends what it is just loading.
            run(host, "sh", "-c", "for f in /proc/sys/net/ipv6/conf/*/disable_ipv6; do echo 1 > $f; done");
            ip(host, "link set lo up");
        }
        ip("wan", "link add bridge type bridge");
        ip("wan", "link set bridge up");
        connect("server", "eth0", SERVER_ADDRESS);
        connect("adas-router", "wan", "10.77.0.11");
        connect("graces-router", "wan", "10.77.0.12");
        serve("ada", "adas-router", "10.77.1");
        serve("grace", "graces-router", "10.77.2");
        for (String host : List.of("server", "graces-router")) ip(host, "route add 10.77.1.0/24 via 10.77.0.11");
        for (String host : List.of("server", "adas-router")) ip(host, "route add 10.77.2.0/24 via 10.77.0.12");
        ip("server", "route add default via 10.77.0.11"); // coturn relays nothing without
    }

    private void connect(String host, String device, String address) {
        String port = host.substring(0, 3);
        root(
                "ip",
                "link",
                "add",
                device,
                "netns",
                prefix + host,
                "type",
                "veth",
                "peer",
                "name",
                port,
                "netns",
                prefix + "wan");
        ip("wan", "link set " + port + " master bridge");
        ip("wan", "link set " + port + " up");
        ip(host, "address add " + address + "/24 dev " + device);
        ip(host, "link set " + device + " up");
    }

    private void serve(String host, String router, String net) {
        root(
                "ip",
                "link",
                "add",
                "lan",
                "netns",
                prefix + router,
                "type",
                "veth",
                "peer",
                "name",
                "eth0",
                "netns",
                prefix + host);
        ip(router, "address add " + net + ".1/24 dev lan");
        ip(router, "link set lan up");
        run(router, "sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward");
        ip(host, "address add " + net + ".2/24 dev eth0");
        plugIn(host);
    }

    /** The name by which programs reach a host. */
    String host(String name) {
        return prefix + name;
    }

    /** What to put before a command that is to run on a host. */
    List<String> on(String name) {
        return List.of("ip", "netns", "exec", prefix + name);
    }

    // What happens to the wires

    /** Somebody pulls the cable. */
    void unplug(String host) {
        ip(host, "link set eth0 down");
    }

    /** And puts it in again, which gives the address back, and the way to the router. */
    void plugIn(String host) {
        ip(host, "link set eth0 up");
        ip(host, "route replace default via " + (host.equals("ada") ? "10.77.1.1" : "10.77.2.1"));
    }

    /** Ada's computer is in another network now: another address, and no packet to the old one arrives. */
    void changeAddress(String from, String to) {
        ip("ada", "address del " + from + "/24 dev eth0");
        ip("ada", "address add " + to + "/24 dev eth0");
        ip("ada", "route replace default via 10.77.1.1");
    }

    /** Both routers give each connection an address of their own, another one for each destination; nobody gets in. */
    void hideBehindSymmetricNat() {
        for (String router : List.of("adas-router", "graces-router")) {
            nft(router, "add table ip visavis");
            nft(router, "add chain ip visavis nat { type nat hook postrouting priority 100; }");
            nft(router, "add rule ip visavis nat oifname wan masquerade fully-random");
            for (String hook : List.of("input", "forward")) {
                nft(
                        router,
                        "add chain ip visavis " + hook + " { type filter hook " + hook + " priority 0; policy drop; }");
                nft(router, "add rule ip visavis " + hook + " ct state established,related accept");
                nft(router, "add rule ip visavis " + hook + " iifname lan accept");
            }
        }
    }

    /**
     * Everything between Ada and the others takes longer, and some of it is lost. This kernel has no netem: the packets take
     * a detour through two TUN devices and a {@link DelayLine} between them.
     *
     * @param milliseconds for each direction
     * @param percent of the packets
     */
    void worsen(int milliseconds, int percent) {
        start(
                "near",
                "adas-router",
                "socat",
                "TUN,tun-name=near,iff-up,iff-no-pi",
                "UDP4-DATAGRAM:127.0.0.1:7001,bind=127.0.0.1:7000");
        start(
                "far",
                "adas-router",
                "socat",
                "TUN,tun-name=far,iff-up,iff-no-pi",
                "UDP4-DATAGRAM:127.0.0.1:7002,bind=127.0.0.1:7003");
        start(
                "delay",
                "adas-router",
                Path.of(System.getProperty("it.java.home"), "bin", "java").toString(),
                "-cp",
                Path.of("target/test-classes").toAbsolutePath().toString(),
                DelayLine.class.getName(),
                Integer.toString(milliseconds),
                Integer.toString(percent));
        awaitThat("adas-router", "ip link show near && ip link show far && cat /proc/net/udp* | grep -q 1B59");
        run("adas-router", "sh", "-c", "for f in /proc/sys/net/ipv4/conf/*/rp_filter; do echo 0 > $f; done");
        ip("adas-router", "rule add iif lan lookup 101");
        ip("adas-router", "route add default dev near table 101");
        ip("adas-router", "route add 10.77.1.0/24 dev lan table 101");
        ip("adas-router", "rule add iif wan to 10.77.1.0/24 lookup 102");
        ip("adas-router", "route add default dev far table 102");
    }

    /** Starts coturn, and waits until it answers. */
    void startTurnServer(String secret, Path folder) {
        start(
                "turnserver",
                "server",
                "turnserver",
                "-n",
                "--listening-ip=" + SERVER_ADDRESS,
                "--relay-ip=" + SERVER_ADDRESS,
                "--use-auth-secret",
                "--static-auth-secret=" + secret,
                "--realm=visavis",
                "--no-cli",
                "--no-tls",
                "--no-dtls",
                "--pidfile=" + folder.resolve("pid"),
                "--userdb=" + folder.resolve("db"),
                "--log-file=stdout");
        awaitThat("server", "cat /proc/net/udp* | grep -q 0D96"); // 3478
    }

    /** Ends it without a word to anybody. */
    void killTurnServer() {
        kill("turnserver");
    }

    /** Ends what was started under this name, without a word to anybody. */
    void kill(String name) {
        running.remove(name).destroyForcibly().onExit().join();
    }

    /** A firewall lets nothing but TCP through between Ada and the others. */
    void blockUdp() {
        nft("adas-router", "add table ip firewall");
        nft("adas-router", "add chain ip firewall forward { type filter hook forward priority 0; }");
        nft("adas-router", "add rule ip firewall forward meta l4proto udp drop");
    }

    /** The firewall is gone. */
    void letUdpThrough() {
        nft("adas-router", "delete table ip firewall");
    }

    /** Waits until somebody on the server listens to this TCP port. */
    void awaitListener(int port) {
        awaitThat("server", "grep -q ' [0-9A-F]*:%04X 00000000:0000 0A' /proc/net/tcp".formatted(port));
    }

    // How it is done

    /** Starts a program on a host, under a name by which to {@link #kill} it. */
    void start(String name, String host, String... command) {
        List<String> all = new ArrayList<>(on(host));
        all.addAll(List.of(command));
        try {
            Path log = Files.createTempFile("visavis-" + name, ".log");
            log.toFile().deleteOnExit();
            running.put(
                    name,
                    new ProcessBuilder(all)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitThat(String host, String condition) {
        run(host, "timeout", "30", "sh", "-c", "until { " + condition + "; } >/dev/null 2>&1; do sleep 0.05; done");
    }

    private void ip(String host, String words) {
        List<String> command = new ArrayList<>(List.of("ip", "-n", prefix + host));
        command.addAll(List.of(words.split(" ")));
        root(command.toArray(String[]::new));
    }

    private void nft(String host, String words) {
        run(host, "nft", words);
    }

    private void run(String host, String... command) {
        List<String> all = new ArrayList<>(on(host));
        all.addAll(List.of(command));
        root(all.toArray(String[]::new));
    }

    private static void root(String... command) {
        Command run = Command.run(command);
        if (!run.succeeded()) throw new IllegalStateException(String.join(" ", command) + ": " + run.output());
    }

    @Override
    public void close() {
        running.values().forEach(Process::destroyForcibly);
        running.values().forEach(process -> process.onExit().join());
        HOSTS.forEach(host -> Command.run("ip", "netns", "del", prefix + host));
    }
}
