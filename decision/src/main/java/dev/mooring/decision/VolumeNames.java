package dev.mooring.decision;

/** The names of the pod volumes that Mooring adds. */
final class VolumeNames {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private VolumeNames() {}

    /** Returns {@code dv-<hash>}: FNV-1a of the claim's name, so that every call and every version gives the same. */
    static String of(String claimName) {
        long hash = OFFSET;
        for (int i = 0; i < claimName.length(); i++) {
            hash = (hash ^ claimName.charAt(i)) * PRIME;
        }
        return "dv-" + Long.toHexString(hash);
    }
}
