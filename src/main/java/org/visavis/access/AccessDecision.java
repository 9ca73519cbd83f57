package org.visavis.access;

import org.visavis.protocol.ErrorCode;

/** An answer of the {@link AccessPolicy}. A third one, to wait in a lobby, will follow. */
public sealed interface AccessDecision {

    /**
     * The request is admitted.
     *
     * @param identity how others see this participant; null before {@code join} if nobody has signed in
     * @param mayOpen whether this person may be the first in the room
     * @param onlyResumes whether this person may take up an earlier place and nothing else, since the token has expired
     */
    record Admit(Identity identity, boolean mayOpen, boolean onlyResumes) implements AccessDecision {
        /** Without conditions. */
        public static Admit always(Identity identity) {
            return new Admit(identity, true, false);
        }
    }

    /**
     * The request is refused.
     *
     * @param after how many milliseconds the answer should wait; 0 mostly
     */
    record Refuse(ErrorCode code, long after) implements AccessDecision {
        /** At once. */
        public Refuse(ErrorCode code) {
            this(code, 0);
        }
    }
}
