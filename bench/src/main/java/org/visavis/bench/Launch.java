package org.visavis.bench;

import java.util.regex.Pattern;

/**
 * How a server is started.
 *
 * @param command with its environment; errors go with the output
 * @param output reads what it writes
 * @param ready the line that it writes when it can be connected to, with the port as its group
 * @param address where it is reached, without the port
 * @param version of the server and of what runs it
 */
record Launch(
        ProcessBuilder command,
        Output output,
        Pattern ready,
        Address address,
        String version,
        VirtualMachine machine) {}
