/**
 * Who is where: rooms, their participants, the history that orders everything said in a room, and the use cases (join, come back,
 * signal, status, leave). Knows the messages, but no socket, no servlet and no JSON; a participant is reached through its
 * {@link org.visavis.room.Outbox}.
 */
package org.visavis.room;
