package org.visavis;

/**
 * What containers do each in their own way, and may: a test that allows several outcomes says here which it saw. The report of
 * the run keeps it, and docs/containers.md has its table from there; see .ci/ContainersTable.java.
 */
enum Observation {
    A_PAGE_FROM_ELSEWHERE("a page from elsewhere"),
    NUL_IN_THE_ADDRESS("`%00` in the address"),
    LONG_ADDRESS("an address of 10,000 characters"),
    UNDEPLOYED("undeploying"),
    SIGNED_OUT("signing out in a call");

    private final String subject;

    Observation(String subject) {
        this.subject = subject;
    }

    void is(Object seen) {
        System.out.println("observed: " + subject + " = " + seen);
    }
}
