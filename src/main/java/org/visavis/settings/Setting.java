package org.visavis.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All settings that there are, in the order of the README. To add one, add it here and read it in the record that holds it:
 * every source then has it, the log shows it, and a test wants it in the README.
 */
public enum Setting {
    AUTH(
            "visavis.auth",
            "open",
            "who may join: `open` is anybody; `container` people with an account in the container, see docs/containers.md, not"
                    + " with `java -jar`; `token` people with a signed token, see docs/tokens.md. Several, separated by commas:"
                    + " one is enough"),
    TOKEN_KEYS(
            "visavis.token.keys",
            "",
            "the keys that sign tokens: a file with a public key (PEM), a JSON Web Key Set or a shared secret, or the URL of"
                    + " such a set; see docs/tokens.md"),
    TOKEN_AUDIENCE("visavis.token.audience", "visavis", "what a token must have as its audience (`aud`)"),
    TOKEN_ISSUER("visavis.token.issuer", "", "what a token must have as its issuer (`iss`), if that is set"),
    ROOMS_OPEN(
            "visavis.rooms.open",
            "*",
            "who may be the first in a room: groups of the container such as `staff`, or a group and its rooms such as"
                    + " `teachers:class-*`, separated by commas; `*` is everybody. See docs/rooms.md"),
    ROOMS_JOIN("visavis.rooms.join", "*", "who may enter a room; likewise. A token says itself which rooms it is for"),
    ROOMS_MODERATE(
            "visavis.rooms.moderate",
            "visavis-moderator",
            "who moderates a room; likewise, with `*` for everybody who has signed in"),
    DATA(
            "visavis.data",
            "",
            "the folder of what must survive a restart, readable by its owner alone; see docs/data.md. With `java -jar` it"
                    + " is `~/.visavis`"),
    ROOM_CAPACITY(
            "visavis.room.capacity",
            "16",
            "how many participants a room may have, 2 to 100. In a mesh everyone sends to everyone; usual computers manage 4"
                    + " to 8 with video"),
    ALLOWED_ORIGINS(
            "visavis.allowed.origins",
            "",
            "origins, besides the page's own, whose pages may connect, such as `https://portal.example`, separated by commas"),
    EMBED_ORIGINS(
            "visavis.embed.origins",
            "",
            "origins of the sites that may embed calls in their pages, separated by commas; see docs/embedding.md"),
    ICE_URLS(
            "visavis.ice.urls",
            "",
            "your STUN and TURN servers, for browsers that cannot reach each other directly, such as"
                    + " `turn:turn.example:3478`, separated by commas. There is never a public one by default"),
    TURN_SECRET(
            "visavis.turn.secret",
            "",
            "the secret that Visavis shares with its TURN servers (coturn's `static-auth-secret`), required for `turn:` URLs;"
                    + " each participant gets its own credentials, which expire",
            Trait.SECRET),
    TURN_SECRET_FILE("visavis.turn.secret.file", "", "a file that has this secret as its only line"),
    TURN_TTL(
            "visavis.turn.ttl",
            "43200",
            "how long TURN credentials are valid, in seconds; participants get new ones in time"),
    ICE_TRANSPORT_POLICY("visavis.ice.transport.policy", "all", "`relay`: connect through TURN servers only"),
    STUN_PORT(
            "visavis.stun.port",
            "0",
            "UDP port of the built-in STUN server, 0 for none; see docs/turn.md. With `java -jar` it is 3478"),
    STUN_HOST(
            "visavis.stun.host",
            "",
            "name or address for the built-in STUN server; all addresses of the computer by default"),
    RESUME_SECONDS(
            "visavis.resume.seconds",
            "60",
            "how long a participant that lost its connection can resume; see docs/resilience.md"),
    HISTORY_MESSAGES(
            "visavis.history.messages", "1024", "how many messages each room keeps for participants that resume"),
    HISTORY_LENGTH("visavis.history.length", "1048576", "how many characters these messages may have together"),
    CONNECTIONS(
            "visavis.connections",
            Setting.BY_HEAP,
            "how many connections the whole server admits; see docs/resilience.md for this and the next three"),
    AWAY_PLACES("visavis.away.places", Setting.BY_HEAP, "how many places it keeps for lost connections"),
    HISTORY_MEMORY("visavis.history.memory", Setting.BY_HEAP, "memory for the messages that all rooms keep, in MiB"),
    WAITING_MEMORY("visavis.waiting.memory", Setting.BY_HEAP, "memory for messages that wait to be sent, in MiB"),
    SEND_RATE(
            "visavis.send.rate",
            "1048576",
            "how many characters a second the server passes on for one connection; a message to a whole room counts once for"
                    + " each recipient"),
    METRICS_FROM(
            "visavis.metrics.from",
            "loopback",
            "who may read `/metrics`: `loopback`, addresses such as `10.1.0.0/16`, roles such as `role:operator`, separated by"
                    + " commas, or `none`; see docs/metrics.md"),
    AUDIT(
            "visavis.audit",
            "on",
            "`off`: no audit log, which says who joined, left and was refused; see docs/audit.md. Without `visavis.data`"
                    + " there is none"),
    AUDIT_DAYS("visavis.audit.days", "30", "how many days the audit log is kept"),
    HTTPS_URL(
            "visavis.https.url",
            "",
            "where people find Visavis over HTTPS if a container or a proxy serves that, such as"
                    + " `https://calls.example/visavis/`; pages over plain HTTP link there"),
    PORT("visavis.port", "6655", "port to listen on, 0 for any free one", Trait.LAUNCHER),
    HOST("visavis.host", "", "name or address to listen on; all addresses of the computer by default", Trait.LAUNCHER),
    CONTEXT("visavis.context", "/", "path under which Visavis is served", Trait.LAUNCHER),
    HTTPS_PORT("visavis.https.port", "6656", "port for HTTPS, `any` for any free one, 0 for none", Trait.LAUNCHER),
    NAME(
            "visavis.name",
            "",
            "further names and addresses for the certificate that Visavis makes, separated by commas; the option may be given"
                    + " several times",
            Trait.LAUNCHER),
    CERT("visavis.cert", "", "PEM file with your own certificate and its chain; see docs/https.md", Trait.LAUNCHER),
    KEY("visavis.key", "", "PEM file with the key of this certificate, without a password", Trait.LAUNCHER),
    KEYSTORE("visavis.keystore", "", "PKCS#12 file with both, instead of the two", Trait.LAUNCHER),
    KEYSTORE_PASSWORD("visavis.keystore.password", "", "the password of this file", Trait.LAUNCHER, Trait.SECRET),
    READ_ON_POLLER(
            "visavis.read.on.poller",
            "true",
            "read messages on the poller thread, which is faster; `false` uses Tomcat's thread pool",
            Trait.LAUNCHER),
    ACCESS_LOG(
            "visavis.access.log",
            "false",
            "write each request to a file in the data folder; see docs/operations.md",
            Trait.LAUNCHER),
    VERBOSE("visavis.verbose", "false", "print a line for each connection and message", Trait.LAUNCHER),
    LOG_FORMAT("visavis.log.format", "text", "`json`: print the log as JSON, one object a line", Trait.LAUNCHER);

    static final String PREFIX = "visavis.";

    private static final String BY_HEAP = "by the heap";

    private enum Trait {
        /** Is never shown. */
        SECRET,
        /** Means something to {@code java -jar} alone. */
        LAUNCHER
    }

    private final String key;
    private final String usual;
    private final String description;
    private final boolean secret;
    private final boolean launcher;

    Setting(String key, String usual, String description, Trait... traits) {
        this.key = key;
        this.usual = usual;
        this.description = description;
        secret = List.of(traits).contains(Trait.SECRET);
        launcher = List.of(traits).contains(Trait.LAUNCHER);
    }

    /** Its name as a property and as a context parameter, such as {@code visavis.room.capacity}. */
    public String key() {
        return key;
    }

    /** Its name in the environment, such as {@code VISAVIS_ROOM_CAPACITY}. */
    public String variable() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /** Its name on the command line, such as {@code --stun-port}. Not each is an option. */
    public String option() {
        return "--" + key.substring(PREFIX.length()).replace('.', '-');
    }

    /** The default as text; empty if there is none. */
    public String usual() {
        return usual;
    }

    /** Whether the default is what {@link #usual} says, and not computed. */
    boolean hasFixedDefault() {
        return !usual.isEmpty() && !usual.equals(BY_HEAP);
    }

    /** What it does, for administrators, with backquotes around what is typed. */
    public String description() {
        return description;
    }

    /** Whether its value must never be shown. */
    public boolean isSecret() {
        return secret;
    }

    /** Whether it means something to {@code java -jar} alone. */
    public boolean isForLauncher() {
        return launcher;
    }

    /** The setting with this option, if there is one. */
    public static Optional<Setting> ofOption(String option) {
        return Arrays.stream(values())
                .filter(setting -> setting.option().equals(option))
                .findFirst();
    }
}
