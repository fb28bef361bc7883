package dev.mooring.informers;

import org.jspecify.annotations.Nullable;

/** Compares resource versions of one kind, which grow with time. Those that are no numbers are never older. */
final class ResourceVersion {
    private static final long INCOMPARABLE = 0;

    private ResourceVersion() {}

    static long of(@Nullable String version) {
        if (version == null) {
            return INCOMPARABLE;
        }
        try {
            return Long.parseLong(version);
        } catch (NumberFormatException e) {
            return INCOMPARABLE;
        }
    }

    static boolean isOlder(long version, long other) {
        return version != INCOMPARABLE && version < other;
    }
}
