package dev.mooring.decision;

import org.jspecify.annotations.Nullable;

/**
 * The name of the claim through which other projects mount a data volume: {@code dv.<project>.<name>} for reading,
 * {@code dvrw.<project>.<name>} for writing.
 *
 * @param access what the claim is for
 * @param volume the data volume behind it
 */
public record MirrorClaimName(AccessMode access, DataVolumeId volume) {
    private static final String READ_ONLY_PREFIX = "dv.";
    private static final String READ_WRITE_PREFIX = "dvrw.";

    /** Returns the name in full. */
    public static String of(AccessMode access, DataVolumeId volume) {
        return switch (access) {
            case READ_ONLY -> READ_ONLY_PREFIX + volume.project() + "." + volume.name();
            case READ_WRITE -> READ_WRITE_PREFIX + volume.project() + "." + volume.name();
        };
    }

    /** Returns whether claims of this name are reserved for mirrors, readable or not. */
    public static boolean isReserved(String claimName) {
        return claimName.startsWith(READ_ONLY_PREFIX) || claimName.startsWith(READ_WRITE_PREFIX);
    }

    /** Returns what the name of a claim says, or null if it cannot be the name of a mirror. */
    public static @Nullable MirrorClaimName parse(String claimName) {
        AccessMode access;
        int start;
        if (claimName.startsWith(READ_ONLY_PREFIX)) {
            access = AccessMode.READ_ONLY;
            start = READ_ONLY_PREFIX.length();
        } else if (claimName.startsWith(READ_WRITE_PREFIX)) {
            access = AccessMode.READ_WRITE;
            start = READ_WRITE_PREFIX.length();
        } else {
            return null;
        }
        int dot = claimName.indexOf('.', start);
        if (dot < 0
                || !ResourceName.isValid(claimName, start, dot)
                || !ResourceName.isValid(claimName, dot + 1, claimName.length())) {
            return null;
        }
        return new MirrorClaimName(
                access, new DataVolumeId(claimName.substring(start, dot), claimName.substring(dot + 1)));
    }

    @Override
    public String toString() {
        return of(access, volume);
    }
}
