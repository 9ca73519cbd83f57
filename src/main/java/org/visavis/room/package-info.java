/**
 * Who is where: rooms, their participants, the ordered history of each room, and the use cases (join, come back, signal,
 * status, leave). This package knows messages, but no socket, servlet or JSON. It reaches a participant through an {@link
 * org.visavis.room.Outbox}.
 */
package org.visavis.room;
