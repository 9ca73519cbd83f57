package org.visavis.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.visavis.data.DataFolder;

/** Tells at the start which addresses to open. */
final class Announcement {
    /** How many addresses for other computers it names. More confuse, and the first ones are those that people know. */
    private static final int MOST = 3;

    private final String host;
    private final boolean everywhere;
    private final boolean local;
    private final String context;

    /**
     * @param host as the administrator wrote it; null if none was given
     * @param binding where the server listens
     * @param context empty, or with a leading slash
     */
    Announcement(String host, Binding binding, String context) {
        this.host = host;
        this.everywhere = binding.address() == null || binding.address().isAnyLocalAddress();
        this.local = !everywhere && binding.address().isLoopbackAddress();
        this.context = context;
    }

    /**
     * Prints the addresses.
     *
     * @param securePort null without HTTPS
     * @param names of this computer, the best first
     * @param ownAuthority whether the certificate comes from a CA that people must import
     */
    void print(PrintStream out, int port, Integer securePort, List<String> names, boolean ownAuthority) {
        String here = everywhere ? "localhost" : host;
        out.println("Visavis is ready: " + address("http", here, port, "webrtc.html"));
        if (local) {
            if (securePort != null) {
                out.println("Over HTTPS: " + address("https", here, securePort, "webrtc.html"));
            }
            return;
        }
        if (securePort == null) {
            out.println("Browsers on other computers give it camera and microphone only over HTTPS.");
            return;
        }
        List<String> hosts = hosts(names);
        String label = "From other computers: ";
        for (String name : hosts) {
            out.println(label + address("https", name, securePort, "webrtc.html"));
            label = " ".repeat(label.length());
        }
        if (ownAuthority) {
            out.println("They trust it after they have imported its CA once: "
                    + address("http", hosts.get(0), port, "trust.html"));
        }
    }

    /** The address of the administrator's page: over HTTPS if there is any, otherwise on this computer. */
    String administratorPage(int port, Integer securePort, List<String> names) {
        String here = everywhere ? "localhost" : host;
        return securePort == null
                ? address("http", here, port, "admin.html")
                : address("https", local ? here : hosts(names).get(0), securePort, "admin.html");
    }

    /** Prints the link that lets the administrator in, which the application has written into the data folder. */
    void printAdministratorLink(PrintStream out, Path folder) {
        Path file = DataFolder.administratorLink(folder);
        try {
            out.println("For the administrator, once within an hour: "
                    + Files.readString(file).strip());
            out.println("The next such link is always in " + file);
        } catch (IOException e) {
            // The application has told in the log that it could not write the file.
        }
    }

    /** Under which names others reach it: the first name and the first addresses, or those that were given. */
    private List<String> hosts(List<String> names) {
        if (!everywhere) {
            return List.of(host);
        }
        List<String> hosts = new ArrayList<>(names);
        hosts.removeAll(List.of("localhost", "127.0.0.1", "::1"));
        if (hosts.isEmpty()) { // a computer without a network
            hosts.add("localhost");
        }
        return hosts.subList(0, Math.min(hosts.size(), MOST));
    }

    private String address(String scheme, String name, int port, String page) {
        return scheme + "://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port + context + "/" + page;
    }
}
