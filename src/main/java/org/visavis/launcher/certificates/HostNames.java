package org.visavis.launcher.certificates;

import java.io.IOException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The names and addresses under which others reach this computer, as they stand in its certificate. */
public final class HostNames {
    /** A certificate with more would be a burden on each connection. */
    private static final int MOST = 100;

    /** How long the name server may take, in seconds. The system itself would wait for minutes; it is asked again later. */
    private static final int PATIENCE = 5;

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1");

    private static final Path LINUX_NAME = Path.of("/proc/sys/kernel/hostname");
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private HostNames() {}

    /**
     * The present names and addresses, those first that others are told: the given ones, the full name of this computer, its
     * short name, its addresses, and those of loopback. It may ask the name server of this network.
     *
     * @param given by the administrator, already {@link #normalized}
     */
    public static List<String> current(List<String> given) {
        Set<String> names = new LinkedHashSet<>(given);
        for (String name : CompletableFuture.supplyAsync(HostNames::own)
                .completeOnTimeout(List.of(), PATIENCE, TimeUnit.SECONDS)
                .join()) {
            normalized(name).filter(usable -> !isAddress(usable)).ifPresent(names::add);
        }
        names.addAll(addresses());
        List<String> most = new ArrayList<>(names);
        most.removeAll(LOOPBACK);
        most = new ArrayList<>(most.subList(0, Math.min(most.size(), MOST)));
        most.addAll(LOOPBACK);
        return List.copyOf(most);
    }

    private static List<String> own() {
        List<String> names = new ArrayList<>();
        try {
            InetAddress local = InetAddress.getLocalHost();
            if (local.getCanonicalHostName().contains(".")) {
                names.add(local.getCanonicalHostName());
            }
            names.add(local.getHostName());
        } catch (IOException e) {
            // No name server knows this computer's name; the system itself does.
        }
        try {
            names.add(
                    Files.isReadable(LINUX_NAME) ? Files.readString(LINUX_NAME).strip() : windowsName());
        } catch (IOException e) {
            // Then others use its address.
        }
        names.removeIf(name -> name.startsWith("localhost")); // also "localhost.localdomain": of no use to others
        return names;
    }

    private static String windowsName() {
        String name = System.getenv("COMPUTERNAME");
        return name == null ? "" : name;
    }

    /** All addresses that others may use. IPv4 comes first, which people can read out. */
    private static List<String> addresses() {
        List<InetAddress> all = new ArrayList<>();
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .forEach(all::add);
        } catch (IOException e) {
            // Then there is no network.
        }
        List<String> texts = new ArrayList<>();
        for (int length : List.of(4, 16)) {
            all.stream()
                    .filter(address -> address.getAddress().length == length)
                    .map(HostNames::text)
                    .forEach(texts::add);
        }
        return texts;
    }

    /**
     * A name or address as it stands in a certificate: lower case, international names in their ASCII form, addresses in
     * their usual form. Empty if it is neither.
     */
    public static Optional<String> normalized(String given) {
        String text = given.strip();
        try {
            if (IPV4.matcher(text).matches() || IPV6.matcher(text).matches()) {
                return Optional.of(text(InetAddress.getByName(text))); // asks nobody: it is an address
            }
            String name = IDN.toASCII(text).toLowerCase(Locale.ROOT);
            return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether these names lead nowhere but to the computer itself. */
    public static boolean areOnlyLocal(List<String> names) {
        return LOOPBACK.containsAll(names);
    }

    static boolean isAddress(String normalized) {
        return normalized.contains(":") || IPV4.matcher(normalized).matches();
    }

    /** The text of an address. Java's own has no "::" and may name a network interface. */
    private static String text(InetAddress address) {
        String java = address.getHostAddress().replaceFirst("%.*", "");
        if (!java.contains(":")) {
            return java;
        }
        if (java.equals("0:0:0:0:0:0:0:1")) {
            return "::1";
        }
        return java;
    }
}
