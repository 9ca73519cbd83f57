package org.visavis.room;

import org.visavis.access.Identity;
import org.visavis.access.TokenBucket;

/**
 * What stays the same of a participant who loses the connection and comes back.
 *
 * @param secret what it comes back with
 * @param joinedAs the number of its own {@code peer-joined}
 * @param replays characters that may yet be sent to it once more
 */
record Place(ResumeSecret secret, Identity identity, Room room, long joinedAs, TokenBucket replays) {}
