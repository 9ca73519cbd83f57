package org.visavis.settings;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Who may read the metrics.
 *
 * @param addresses from where anybody may
 * @param roles of the users who may, whom the container has authenticated
 * @param forwarded whether an address counts also if a proxy has forwarded the request; it is mostly the proxy's own
 */
public record MetricsAccess(List<AddressRange> addresses, List<String> roles, boolean forwarded) {
    private static final List<AddressRange> LOOPBACK =
            List.of(AddressRange.parse("127.0.0.0/8"), AddressRange.parse("::1"));

    private static final String ROLE = "role:";

    static MetricsAccess read(SettingSources sources) {
        String value = sources.value(Setting.METRICS_FROM);
        List<AddressRange> addresses = new ArrayList<>();
        List<String> roles = new ArrayList<>();
        boolean forwarded = false;
        for (String part :
                Arrays.stream(value.split(",", -1)).map(String::strip).toList()) {
            if (part.equals("forwarded")) {
                forwarded = true;
            } else if (part.equals("loopback")) {
                addresses.addAll(LOOPBACK);
            } else if (part.startsWith(ROLE) && part.length() > ROLE.length()) {
                roles.add(part.substring(ROLE.length()));
            } else if (!part.equals("none")) {
                addresses.add(range(value, part));
            }
        }
        return new MetricsAccess(List.copyOf(addresses), List.copyOf(roles), forwarded);
    }

    private static AddressRange range(String value, String part) {
        try {
            return AddressRange.parse(part);
        } catch (IllegalArgumentException e) {
            throw Settings.invalid(
                    Setting.METRICS_FROM,
                    value,
                    "none, or addresses such as loopback, 10.1.2.3 or 10.1.0.0/16 and roles such as role:operator, separated by"
                            + " commas; forwarded among them lets requests through a proxy count");
        }
    }

    /** Whether anybody at this address may; null is an unknown one. */
    public boolean allows(String address) {
        InetAddress from = address == null ? null : AddressRange.address(address);
        return from != null && addresses.stream().anyMatch(range -> range.contains(from));
    }
}
