package org.visavis.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Network addresses that begin with the same bits (RFC 4632, section 3.1), such as {@code 10.1.0.0/16}. No name is ever looked up.
 *
 * @param bits how many bits must be the same
 */
public record AddressRange(InetAddress first, int bits) {
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");
    private static final Pattern ZONE_OR_BRACKET = Pattern.compile("%.*$|[\\[\\]]");

    /**
     * Reads {@code 10.1.0.0/16}, {@code fd00::/8}, or one address.
     *
     * @throws IllegalArgumentException if it is none
     */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        InetAddress first = address(slash < 0 ? text : text.substring(0, slash));
        if (first == null) {
            throw new IllegalArgumentException(text);
        }
        int all = first.getAddress().length * Byte.SIZE;
        int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException(text);
        }
        return new AddressRange(first, bits);
    }

    /** The address that a container names; null if the text is none. */
    public static InetAddress address(String text) {
        String plain = ZONE_OR_BRACKET.matcher(text).replaceAll("");
        try {
            return IPV4.matcher(plain).matches() || IPV6.matcher(plain).matches() ? InetAddress.getByName(plain) : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** Whether the address is among them. */
    public boolean contains(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] its = address.getAddress();
        if (mine.length != its.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((mine[bit / Byte.SIZE] & mask) != (its[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
