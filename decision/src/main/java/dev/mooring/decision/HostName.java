package dev.mooring.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One spelling for every name and address of a host that is the same without asking a name server. */
final class HostName {
    private static final int IPV6_GROUPS = 8;
    private static final int IPV4_PARTS = 4;
    private static final long IPV4_END = 1L << 32;
    private static final int BYTE = 8;
    private static final Pattern HEX_GROUP = Pattern.compile("[0-9a-f]{1,4}");
    private static final Pattern IPV4_PART = Pattern.compile("0x[0-9a-f]{1,8}|[0-9]{1,11}");
    private static final String MAPPED = "0:0:0:0:0:ffff:";

    private HostName() {}

    /**
     * Returns {@code host} in lower case, without brackets, zone and trailing dots, and addresses written out: IPv4 as four
     * decimal numbers whatever inet_aton(3) takes, IPv6 as eight groups or, if it is one in truth, as IPv4.
     */
    static String normal(String host) {
        var name = bare(host.toLowerCase(Locale.ROOT));
        var address = name.indexOf(':') < 0 ? ipv4(name) : ipv6(name);
        return address == null ? name : address;
    }

    private static String bare(String host) {
        int zone = host.indexOf('%');
        int end = zone < 0 ? host.length() : zone;
        int start = 0;
        while (start < end && host.charAt(start) == '[') {
            start++;
        }
        while (start < end && (host.charAt(end - 1) == '.' || host.charAt(end - 1) == ']')) {
            end--;
        }
        return host.substring(start, end);
    }

    private static @Nullable String ipv4(String text) {
        long address = ipv4Number(text);
        return address < 0 ? null : dotted(address);
    }

    /** Returns the address, or -1: up to four numbers, decimal, octal or hexadecimal, the last one fills what is left. */
    private static long ipv4Number(String text) {
        var parts = text.split("\\.", -1);
        if (parts.length > IPV4_PARTS) {
            return -1;
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            long end = last ? IPV4_END >> (BYTE * i) : 1L << BYTE;
            long part = number(parts[i]);
            if (part < 0 || part >= end) {
                return -1;
            }
            address += last ? part : part << (BYTE * (IPV4_PARTS - 1 - i));
        }
        return address;
    }

    private static long number(String part) {
        if (!IPV4_PART.matcher(part).matches()) {
            return -1;
        }
        try {
            return Long.decode(part);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String dotted(long address) {
        return (address >> 24) + "." + ((address >> 16) & 0xff) + "." + ((address >> 8) & 0xff) + "."
                + (address & 0xff);
    }

    private static @Nullable String ipv6(String text) {
        var groups = groups(text);
        if (groups.size() != IPV6_GROUPS || !groups.stream().allMatch(HEX_GROUP.asMatchPredicate())) {
            return null;
        }
        var numbers = groups.stream().map(group -> Integer.parseInt(group, 16)).toList();
        var written = numbers.stream().map(Integer::toHexString).collect(Collectors.joining(":"));
        return written.startsWith(MAPPED) ? dotted(((long) numbers.get(6) << 16) + numbers.get(7)) : written;
    }

    /** Returns the groups with those that {@code ::} stands for; fewer or more than eight if it is no address. */
    private static List<String> groups(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return split(text);
        }
        var groups = new ArrayList<>(split(text.substring(0, gap)));
        var tail = split(text.substring(gap + 2));
        groups.addAll(Collections.nCopies(Math.max(1, IPV6_GROUPS - groups.size() - tail.size()), "0"));
        groups.addAll(tail);
        return groups;
    }

    /** Splits at colons; an IPv4 address in the end is two groups. */
    private static List<String> split(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        var groups = new ArrayList<>(List.of(text.split(":", -1)));
        var last = groups.getLast();
        if (last.indexOf('.') >= 0) {
            long address = ipv4Number(last);
            if (address >= 0) {
                groups.removeLast();
                groups.add(Long.toHexString(address >> 16));
                groups.add(Long.toHexString(address & 0xffff));
            }
        }
        return groups;
    }
}
