package org.visavis.room;

/**
 * Who was let in.
 *
 * @param replaced whose place that was, or null; its connection, if it still has one, is to be closed
 */
record Admission(Participant participant, Participant replaced) {}
