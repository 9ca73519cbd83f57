package org.visavis.room;

/**
 * Who was let in.
 *
 * @param replaced the seat that was taken up, or null; its connection, if it still has one, is to be closed
 */
record Admission(Seat seat, Seat replaced) {}
