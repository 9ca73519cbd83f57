package org.visavis.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.ServerMessage;
import org.visavis.room.LeaveReason;
import org.visavis.room.RoomListener;
import org.visavis.room.RoomUsage;

/**
 * Counts what happens on this node, for Prometheus. All counters exist from the start: an event costs a look-up and an
 * addition, and takes no lock. The values of labels are ours, so nobody can make more of them.
 *
 * <p>Thread-safe.
 */
public final class Metrics implements RoomListener, AutoCloseable {
    /** The text format of Prometheus. */
    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    /** Bounds of the histogram, in milliseconds: from a fast network to the time in which a client must join. */
    private static final int[] JOIN_TIMES = {10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000};

    /** The type of what comes to {@code /broadcast}. */
    private static final String BROADCAST = "broadcast";

    private static final String RESUMES = "Participants who wanted their place in a room back";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics gc = new JvmGcMetrics();

    private final OfType receivedBroadcast = receivedOf(BROADCAST);
    private final Map<Class<?>, OfType> received = subtypes(ClientMessage.class)
            .collect(Collectors.toUnmodifiableMap(JsonbSubtype::type, subtype -> receivedOf(subtype.alias())));
    private final OfType sentBroadcast = sentOf(BROADCAST);

    /** Not a map: to look a type up there, each message would need another object for it. */
    private final List<OfType> sent = subtypes(ServerMessage.class)
            .map(subtype -> sentOf(subtype.alias()))
            .toList();

    private final Map<ErrorCode, Counter> errors =
            counters("visavis.errors", "Errors that clients were told", Stream.of(ErrorCode.values()), ErrorCode::code);
    private final Map<ErrorCode, Counter> evictions = counters(
            "visavis.evictions",
            "Connections cut, whose clients read too slowly or took too much memory",
            Stream.of(ErrorCode.TOO_SLOW, ErrorCode.SERVER_FULL),
            ErrorCode::code);
    private final Map<String, Counter> refusals = counters(
            "visavis.refusals",
            "Clients refused in the handshake, or before they had joined",
            Stream.concat(
                    Stream.of(Refusal.ORIGIN), Arrays.stream(ErrorCode.values()).map(ErrorCode::code)),
            code -> code);
    private final Map<LeaveReason, Counter> leaves = counters(
            "visavis.leaves", "Participants gone from a room", Stream.of(LeaveReason.values()), LeaveReason::code);
    private final Counter joins = counter("visavis.joins", "Newcomers in a room");
    private final Counter disconnects = counter("visavis.disconnects", "Participants who lost their connection");
    private final Counter resumed = counter("visavis.resumes", RESUMES, "result", "resumed");
    private final Counter tooLate = counter("visavis.resumes", RESUMES, "result", "too-late");
    private final Timer welcomes = Timer.builder("visavis.join.duration")
            .description("Time from the opening of a connection until its client was in a room")
            .serviceLevelObjectives(
                    Arrays.stream(JOIN_TIMES).mapToObj(Duration::ofMillis).toArray(Duration[]::new))
            .register(registry);

    /** Rooms, at the moment of the latest answer. */
    private volatile RoomUsage usage;

    private volatile Supplier<RoomUsage> rooms;

    /** Starts with all counters at 0. */
    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        gc.bindTo(registry);
    }

    /** Shows the rooms. Called once, before the first {@link #scrape}; the supplier is called once for each answer. */
    public void watch(Supplier<RoomUsage> supplier) {
        rooms = supplier;
        ofRooms("visavis.rooms", "Rooms with somebody in them", RoomUsage::rooms);
        ofRooms("visavis.participants", "Participants in all rooms, also those who are away", RoomUsage::participants);
        ofRooms("visavis.away", "Participants who have lost their connection and may come back", RoomUsage::away);
        ofRooms("visavis.history.messages", "Messages that rooms keep for them", RoomUsage::historyMessages);
    }

    private void ofRooms(String name, String description, ToDoubleFunction<RoomUsage> figure) {
        gauge(name, description, null, () -> figure.applyAsDouble(usage));
    }

    /**
     * Shows a figure that goes up and down.
     *
     * @param name with dots, such as {@code visavis.rooms}
     * @param unit the end of the name, such as {@code bytes}; null for none
     * @param figure called for each answer, on the thread that answers
     */
    public void gauge(String name, String description, String unit, Supplier<Number> figure) {
        Gauge.builder(name, figure)
                .description(description)
                .baseUnit(unit)
                .strongReference(true)
                .register(registry);
    }

    /** All figures, in the format of {@link #CONTENT_TYPE}. */
    byte[] scrape() {
        usage = rooms.get();
        return registry.scrape().getBytes(UTF_8);
    }

    /**
     * The counters for one type of message.
     *
     * @param beginning with which the server's messages of this type begin
     */
    private record OfType(String beginning, Counter messages, Counter characters) {
        void count(int length) {
            messages.increment();
            characters.increment(length);
        }
    }

    private static Stream<JsonbSubtype> subtypes(Class<?> messages) {
        return Arrays.stream(messages.getAnnotation(JsonbTypeInfo.class).value());
    }

    private OfType receivedOf(String type) {
        return ofType("received", "Messages received that could be read", type);
    }

    private OfType sentOf(String type) {
        return ofType("sent", "Messages sent, once for each recipient", type);
    }

    private OfType ofType(String direction, String description, String type) {
        String name = "visavis." + direction;
        return new OfType(
                "{\"type\":\"" + type + '"',
                counter(name + ".messages", description, "type", type),
                counter(name + ".characters", "Characters of these messages", "type", type));
    }

    private Counter counter(String name, String description, String... labels) {
        return Counter.builder(name).description(description).tags(labels).register(registry);
    }

    private <T> Map<T, Counter> counters(
            String name, String description, Stream<T> values, Function<? super T, String> code) {
        return values.collect(Collectors.toUnmodifiableMap(
                value -> value, value -> counter(name, description, "code", code.apply(value))));
    }

    @Override
    public void received(Class<? extends ClientMessage> type, int length) {
        (type == null ? receivedBroadcast : received.get(type)).count(length);
    }

    @Override
    public void sent(String text) {
        for (OfType type : sent) {
            if (text.startsWith(type.beginning)) {
                type.count(text.length());
                return;
            }
        }
        sentBroadcast.count(text.length());
    }

    @Override
    public void welcomed(long milliseconds) {
        welcomes.record(milliseconds, TimeUnit.MILLISECONDS);
    }

    @Override
    public void failed(ErrorCode code, String address) {
        errors.get(code).increment();
    }

    @Override
    public void evicted(ErrorCode code) {
        evictions.get(code).increment();
    }

    @Override
    public void joined(Visit visit, boolean wantedToResume) {
        joins.increment();
        if (wantedToResume) {
            tooLate.increment();
        }
    }

    @Override
    public void resumed(Visit visit) {
        resumed.increment();
    }

    @Override
    public void disconnected(Visit visit) {
        disconnects.increment();
    }

    @Override
    public void left(Visit visit, LeaveReason reason) {
        leaves.get(reason).increment();
    }

    @Override
    public void refused(Refusal refusal) {
        refusals.get(refusal.code()).increment();
    }

    /** Ends the notices of the garbage collector, which would keep this application in memory. */
    @Override
    public void close() {
        gc.close();
        registry.close();
    }
}
