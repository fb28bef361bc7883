package dev.mooring.testcluster.binaries;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Where a control plane may come from; the system property {@code cluster} says it. A container engine would be asked
 * under {@link #AUTO} only; as long as no source needs one, both mean the same.
 */
public enum ClusterMode {
    /** Whatever answers first. */
    AUTO,
    /** Programs of this machine only: given, cached or built, never a container engine. */
    NATIVE;

    /** Returns the mode of that name. */
    public static ClusterMode parse(String name) {
        return Arrays.stream(values())
                .filter(mode -> mode.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("cluster is \"" + name + "\"; it must be one of "
                        + Arrays.stream(values()).map(ClusterMode::label).collect(Collectors.joining(", "))));
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
