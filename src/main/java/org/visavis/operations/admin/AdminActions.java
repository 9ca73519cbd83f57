package org.visavis.operations.admin;

import java.util.Optional;
import org.visavis.operations.AuditLog;
import org.visavis.operations.Drain;
import org.visavis.room.Rooms;

/** What an administrator can do about calls. Each deed is in the audit log, with who did it. Thread-safe. */
public final class AdminActions {
    /** The longest announcement, in UTF-16 code units: what fits on a phone above a call. */
    static final int MAX_TEXT = 500;

    /**
     * Who acts.
     *
     * @param name of the administrator
     * @param address the network address of the request
     */
    record Actor(String name, String address) {}

    private final Rooms rooms;
    private final Drain drain;
    private final Optional<AuditLog> audit;

    /** @param audit nothing if no audit log is kept */
    public AdminActions(Rooms rooms, Drain drain, Optional<AuditLog> audit) {
        this.rooms = rooms;
        this.drain = drain;
        this.audit = audit;
    }

    /** Whether the server drains. */
    boolean isDraining() {
        return drain.isDraining();
    }

    void drain(Actor actor, boolean wanted) {
        if (wanted) {
            drain.start();
        } else {
            drain.end();
        }
        note(wanted ? "drain-started" : "drain-ended", actor, null);
    }

    /** Sends everybody out of a room. Whether there is such a room. */
    boolean close(Actor actor, String room) {
        boolean done = rooms.close(room);
        if (done) {
            note("room-closed", actor, Rooms.keyOf(room));
        }
        return done;
    }

    /**
     * Tells something to everybody in a room, or in all rooms.
     *
     * @param room null for all
     * @return whether there is such a room; true for all
     */
    boolean announce(Actor actor, String room, String text) {
        if (room == null) {
            rooms.names().forEach(each -> rooms.announce(each, text));
        } else if (!rooms.announce(room, text)) {
            return false;
        }
        note("announced", actor, room == null ? null : Rooms.keyOf(room));
        return true;
    }

    private void note(String event, Actor actor, String room) {
        audit.ifPresent(log -> log.administered(event, room, actor.name(), actor.address()));
    }
}
