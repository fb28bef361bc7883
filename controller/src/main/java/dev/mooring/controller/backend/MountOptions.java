package dev.mooring.controller.backend;

import dev.mooring.decision.AccessMode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The mount options of mirrors. */
final class MountOptions {
    private MountOptions() {}

    /** Returns {@code origin} with {@code ro} in the end, and without {@code rw}, where {@code access} is for reading. */
    static List<String> of(@Nullable List<String> origin, AccessMode access) {
        List<String> options = origin == null ? List.of() : origin;
        return switch (access) {
            case READ_WRITE -> options;
            case READ_ONLY ->
                Stream.concat(
                                options.stream().filter(option -> !option.equals("rw") && !option.equals("ro")),
                                Stream.of("ro"))
                        .toList();
        };
    }
}
