package org.visavis.room;

import java.util.ArrayList;
import java.util.List;

/** Writes down what it is told. */
final class RecordingListener implements RoomListener {
    private final List<String> told = new ArrayList<>();
    private Visit last;

    @Override
    public void joined(Visit visit, boolean wantedToResume) {
        tell(visit, wantedToResume ? "joined anew" : "joined");
    }

    @Override
    public void disconnected(Visit visit) {
        tell(visit, "disconnected");
    }

    @Override
    public void resumed(Visit visit) {
        tell(visit, "resumed");
    }

    @Override
    public void left(Visit visit, LeaveReason reason) {
        tell(visit, reason.code());
    }

    private synchronized void tell(Visit visit, String event) {
        told.add(visit.identity().name() + " " + event);
        last = visit;
    }

    /** Each as name and event, in order. */
    synchronized List<String> told() {
        return List.copyOf(told);
    }

    synchronized Visit last() {
        return last;
    }
}
