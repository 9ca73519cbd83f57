package org.visavis.access;

import org.visavis.protocol.ErrorCode;

/** What the {@link AccessPolicy} answers. A third answer, to wait in a lobby, will stand beside these two. */
public sealed interface AccessDecision {

    /**
     * Come in.
     *
     * @param identity how the others see this participant; null before {@code join}, where nobody has signed in
     */
    record Admit(Identity identity) implements AccessDecision {}

    /** Stay out. */
    record Refuse(ErrorCode code) implements AccessDecision {}
}
