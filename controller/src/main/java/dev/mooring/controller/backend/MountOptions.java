package dev.mooring.controller.backend;

import dev.mooring.decision.AccessMode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How one driver spells a read-only mount.
 *
 * @param added the option that makes a mount read-only
 * @param dropped the options that contradict it
 */
record MountOptions(String added, Set<String> dropped) {
    /** What mount(8) understands. */
    static final MountOptions MOUNT = new MountOptions("ro", Set.of("rw"));

    /** What the program mount-s3 understands. */
    static final MountOptions MOUNTPOINT_S3 = new MountOptions(
            "read-only",
            Set.of("--read-only", "allow-delete", "--allow-delete", "allow-overwrite", "--allow-overwrite"));

    MountOptions {
        dropped = Set.copyOf(dropped);
    }

    /** Returns the options of {@code origin}: as they are for writing, read-only for reading. */
    List<String> of(List<String> origin, AccessMode access) {
        return switch (access) {
            case READ_WRITE -> origin;
            case READ_ONLY ->
                Stream.concat(origin.stream().filter(this::stays), Stream.of(added))
                        .toList();
        };
    }

    private boolean stays(String option) {
        return !option.equals(added) && !dropped.contains(option);
    }
}
