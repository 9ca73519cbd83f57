package org.visavis.access;

import org.visavis.protocol.ErrorCode;

/** An answer of the {@link AccessPolicy}. A third one, to wait in a lobby, will follow. */
public sealed interface AccessDecision {

    /**
     * The request is admitted.
     *
     * @param identity how others see this participant; null before {@code join} if nobody has signed in
     */
    record Admit(Identity identity) implements AccessDecision {}

    /** The request is refused. */
    record Refuse(ErrorCode code) implements AccessDecision {}
}
