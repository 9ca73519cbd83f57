package org.visavis.room;

/**
 * The result of admitting somebody.
 *
 * @param replaced the earlier seat of the participant, or null; if it still has a connection, the caller closes that
 */
record Admission(Seat seat, Seat replaced) {}
