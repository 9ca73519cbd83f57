package org.visavis.access;

import org.visavis.settings.RoomPattern;

/**
 * A token whose signature and claims are right, see docs/tokens.md.
 *
 * @param rooms the rooms that it is for
 * @param name of its bearer; null if the bearer may choose one
 * @param role in those rooms
 * @param expired whether its time has passed; then it is good for taking up an earlier place only
 * @param grant what matters of it later
 */
record Token(RoomPattern rooms, String name, Role role, boolean expired, Grant grant) {}
