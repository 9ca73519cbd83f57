package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.visavis.Node;

/**
 * Measures what docs/resilience.md says, and writes it there; the command stands there, too. Not a test: nothing here fails
 * because it took long.
 */
@Tag("browser")
class ResilienceFigures {
    private static final int ROUNDS = Integer.getInteger("figures.rounds", 20);
    private static final int DISCONNECTS = Integer.getInteger("figures.disconnects", 10_000);
    private static final int CLIENTS = 1_000;
    private static final int SECONDS_TO_BE_SURE = 6;
    private static final Path DOCUMENT = Path.of("docs/resilience.md");
    private static final List<String> ROWS = Collections.synchronizedList(new ArrayList<>());

    @RegisterExtension
    final People people = new People();

    @AfterAll
    static void write() throws Exception {
        if (ROWS.isEmpty()) {
            return; // nothing could be measured, and the document keeps what it has
        }
        String table = "| what | median | 95 % | most | n |\n|---|---|---|---|---|\n" + String.join("\n", ROWS) + "\n";
        System.out.println(table);
        String document = Files.readString(DOCUMENT);
        Files.writeString(
                DOCUMENT,
                Pattern.compile("(<!-- figures -->\n).*?(<!-- end -->)", Pattern.DOTALL)
                        .matcher(document)
                        .replaceFirst(found -> found.group(1) + table + found.group(2)));
    }

    @Test
    void cutAndRepaired() {
        List<Long> noticed = new ArrayList<>();
        List<Long> resumed = new ArrayList<>();
        List<Long> frames = new ArrayList<>();
        try (Network network = new Network();
                ExecutableWar server = serve(network)) {
            Person ada = person("Ada", network, server);
            Person grace = person("Grace", network, server);
            for (int round = 0; round < ROUNDS; round++) {
                inCall(ada, grace);
                ada.page().evaluate("() => recorder.watchFrames()");
                long cut = System.currentTimeMillis();
                network.unplug("ada");
                noticed.add(event(ada, "lost", cut) - cut);
                event(ada, "attempt: 4", cut); // some seconds later
                long back = System.currentTimeMillis();
                network.plugIn("ada");
                resumed.add(event(ada, "resumed the call", back) - back);
                frames.add(steadyAfter(ada, back) - back);
            }
        }
        row("cable out, to *connection lost* noticed by the page", noticed);
        row("cable in again, to resumed", resumed);
        row("cable in again, to pictures painted again", frames);
    }

    @Test
    void addressChanged() {
        List<Long> frames = new ArrayList<>();
        try (Network network = new Network();
                ExecutableWar server = serve(network)) {
            Person ada = person("Ada", network, server);
            Person grace = person("Grace", network, server);
            for (int round = 0; round < ROUNDS; round++) {
                inCall(ada, grace);
                ada.page().evaluate("() => recorder.watchFrames()");
                long change = System.currentTimeMillis();
                network.changeAddress("10.77.1." + (2 + round), "10.77.1." + (3 + round));
                frames.add(steadyAfter(ada, change) - change);
            }
        }
        row("address changed, to pictures painted again", frames);
    }

    @Test
    void disconnects() throws Exception {
        try (ExecutableWar server = new ExecutableWar(0)) {
            String output = Node.run(List.of(
                    "src/test/js/disconnects.mjs",
                    server.base().toString().replace("localhost", "127.0.0.1"),
                    Integer.toString(DISCONNECTS)));
            JsonObject result = Json.createReader(
                            new StringReader(output.substring(output.lastIndexOf("{\"disconnects\""))))
                    .readObject();
            ROWS.add(String.format(
                    Locale.ROOT,
                    "| messages lost, of %,d over %,d random disconnects | %d | | | |",
                    result.getInt("messages"),
                    result.getInt("disconnects"),
                    result.getInt("lost")));
            ROWS.add("| messages that came twice, of these | " + result.getInt("duplicated") + " | | | |");
        }
    }

    @Test
    @SuppressWarnings("try") // the second server only has to be there
    void stampede() throws Exception {
        ExecutableWar server = new ExecutableWar(0);
        int port = server.base().getPort();
        Process clients = Node.start(
                List.of("src/test/js/stampede.mjs", "http://127.0.0.1:" + port + "/", Integer.toString(CLIENTS)));
        try (BufferedReader output = clients.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("joined", output.readLine());
            server.kill();
            Command.run("sleep", "10"); // long enough that all clients wait as long as they ever do
            try (ExecutableWar again = new ExecutableWar(port)) {
                long ready = System.currentTimeMillis();
                List<Long> back = Json.createReader(new StringReader(output.readLine())).readArray().stream()
                        .map(moment -> Long.parseLong(moment.toString()) - ready)
                        .toList();
                row("server killed and started again, to " + CLIENTS + " clients back, each", back);
            }
        } finally {
            clients.destroyForcibly().waitFor();
        }
    }

    private static ExecutableWar serve(Network network) {
        return new ExecutableWar(network.on("server"), "--host", Network.SERVER_ADDRESS, "--stun-port", "0");
    }

    private Person person(String name, Network network, ExecutableWar server) {
        Person person =
                people.person(name, Equipment.COMPLETE.on(network.host(name.toLowerCase(Locale.ROOT)), server.base()));
        person.mayComplain("WebSocket connection|ERR_");
        person.opens(server.base() + "webrtc.html?log=info").awaits("body[data-state=lobby]");
        person.page().fill("#name", name);
        person.page().fill("#room", "daily");
        return person.joins();
    }

    private static void inCall(Person ada, Person grace) {
        ada.seesAndHears(1);
        grace.seesAndHears(1);
    }

    /** When the page wrote this word into its log, the first time after a moment; Unix time in milliseconds. */
    private static long event(Person person, String word, long after) {
        person.until("([word, after]) => recorder.logged(word, after) !== undefined", List.of(word, (double) after));
        return asLong(person.page()
                .evaluate("([word, after]) => recorder.logged(word, after)", List.of(word, (double) after)));
    }

    private static long firstFrameAfter(Person person, long after) {
        person.until("(after) => recorder.frameAfter(after) !== undefined", (double) after);
        return asLong(person.page().evaluate("(after) => recorder.frameAfter(after)", (double) after));
    }

    /** When pictures came for good again, as seen when some more seconds have passed. */
    private static long steadyAfter(Person person, long after) {
        firstFrameAfter(person, after + SECONDS_TO_BE_SURE * 1_000);
        return asLong(person.page().evaluate("(after) => recorder.lastGapAfter(after)", (double) after));
    }

    private static long asLong(Object number) {
        return ((Number) number).longValue();
    }

    private static void row(String what, List<Long> milliseconds) {
        List<Long> sorted = milliseconds.stream().sorted().toList();
        ROWS.add(String.format(
                Locale.ROOT,
                "| %s | %.1f s | %.1f s | %.1f s | %d |",
                what,
                sorted.get(sorted.size() / 2) / 1e3,
                sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1) / 1e3,
                sorted.get(sorted.size() - 1) / 1e3,
                sorted.size()));
    }
}
