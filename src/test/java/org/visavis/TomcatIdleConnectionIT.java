package org.visavis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody in a room who says nothing costs a Tomcat that got nothing but the WAR. */
@Tag("tomcat")
@Tag("load")
class TomcatIdleConnectionIT extends DeployedWar {
    /** 50 KiB, of which 40 are in five buffers of Tomcat's own. */
    private static final int MOST_BYTES = 50 * 1024;

    private static final int MOST_BUFFERS = 12;

    @Test
    void costsFewBytesAndBuffers() {
        IdleConnections.Cost cost = IdleConnections.count(base, tomcat());
        System.out.println("Tomcat, an idle connection: " + cost);
        assertTrue(cost.bytes() <= MOST_BYTES, cost::toString);
        assertTrue(cost.buffers() <= MOST_BUFFERS, cost::toString);
    }

    /** The process that Arquillian has started. */
    private static long tomcat() {
        return ProcessHandle.current()
                .descendants()
                .filter(process ->
                        process.info().commandLine().orElse("").contains("org.apache.catalina.startup.Bootstrap"))
                .findFirst()
                .orElseThrow()
                .pid();
    }
}
