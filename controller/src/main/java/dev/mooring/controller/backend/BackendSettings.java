package dev.mooring.controller.backend;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator allows to be mirrored.
 *
 * @param allowNodeLocal {@code MOORING_ALLOW_NODE_LOCAL}: whether hostPath and local volumes may be mirrored; default {@code
 *     false}
 * @param cephfsNodeSecret {@code MOORING_CEPHFS_NODE_SECRET}: the Secret, as namespace/name, with which mirrors of CephFS are
 *     mounted; none by default, and then they are refused
 * @param additional {@code MOORING_ADDITIONAL_DRIVERS}: CSI drivers to vouch for and which handle their mirrors have, as
 *     driver=same-handle or driver=suffix-handle, by commas; none by default
 */
public record BackendSettings(
        boolean allowNodeLocal, @Nullable NodeSecret cephfsNodeSecret, Map<String, HandleRule> additional) {
    /** Nothing but what does no harm anywhere. */
    public static final BackendSettings STRICT = new BackendSettings(false, null, Map.of());

    private static final Pattern SECRET = Pattern.compile("([a-z0-9][-a-z0-9]*)/([a-z0-9][-.a-z0-9]*)");
    private static final Pattern DRIVER = Pattern.compile("[a-zA-Z0-9][-.a-zA-Z0-9]*");

    /** Rejects drivers of which is known already whether and how they are mirrored. */
    public BackendSettings {
        additional = Map.copyOf(additional);
        additional.keySet().stream()
                .sorted()
                .filter(MirrorStrategies::isKnown)
                .findFirst()
                .ifPresent(driver -> {
                    throw wrong(Setting.ADDITIONAL, driver, "this driver is known already; leave it out");
                });
    }

    /** Reads the settings from environment variables; throws if one is wrong, naming it. */
    public static BackendSettings from(Map<String, String> environment) {
        return new BackendSettings(
                flag(Setting.NODE_LOCAL, environment.getOrDefault(Setting.NODE_LOCAL.variable(), "false")),
                secret(environment.getOrDefault(Setting.CEPHFS_NODE_SECRET.variable(), "")),
                drivers(environment.getOrDefault(Setting.ADDITIONAL.variable(), "")));
    }

    /** Returns the additional drivers that find their data by the attributes, and not by the handle. */
    public Set<String> driversByAttributes() {
        return additional.entrySet().stream()
                .filter(driver -> driver.getValue() == HandleRule.SUFFIX_HANDLE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean flag(Setting setting, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(setting, value, "it must be true or false");
        };
    }

    private static @Nullable NodeSecret secret(String value) {
        if (value.isEmpty()) {
            return null;
        }
        var parts = SECRET.matcher(value);
        if (!parts.matches()) {
            throw wrong(Setting.CEPHFS_NODE_SECRET, value, "it must be the Secret's namespace/name");
        }
        return new NodeSecret(parts.group(1), parts.group(2));
    }

    private static Map<String, HandleRule> drivers(String list) {
        var drivers = new TreeMap<String, HandleRule>();
        for (var item : list.split(",", -1)) {
            if (!item.isBlank()) {
                var parts = item.strip().split("=", 2);
                if (parts.length < 2
                        || !DRIVER.matcher(parts[0]).matches()
                        || drivers.put(parts[0], rule(parts[1], item)) != null) {
                    throw wrongDriver(item);
                }
            }
        }
        return drivers;
    }

    private static HandleRule rule(String spelling, String item) {
        return Arrays.stream(HandleRule.values())
                .filter(rule -> rule.spelling().equals(spelling))
                .findFirst()
                .orElseThrow(() -> wrongDriver(item));
    }

    private static IllegalArgumentException wrongDriver(String item) {
        return wrong(
                Setting.ADDITIONAL,
                item.strip(),
                "it must be driver=same-handle or driver=suffix-handle, each driver once");
    }

    private static IllegalArgumentException wrong(Setting setting, String value, String allowed) {
        return new IllegalArgumentException(setting.variable() + " has \"" + value + "\"; " + allowed);
    }
}
