package dev.mooring.decision;

import org.jspecify.annotations.Nullable;

/**
 * One item of {@code volumeMounts}. What the pod does not say is null.
 *
 * @param name the pod volume that is mounted
 * @param path {@code mountPath}
 * @param readOnly whether writes are refused
 * @param recursiveReadOnly {@code Disabled}, {@code IfPossible} or {@code Enabled}
 * @param propagation {@code None}, {@code HostToContainer} or {@code Bidirectional}
 * @param hasSubPathExpr whether {@code subPathExpr} is set
 */
public record MountFacts(
        String name,
        @Nullable String path,
        @Nullable Boolean readOnly,
        @Nullable String recursiveReadOnly,
        @Nullable String propagation,
        boolean hasSubPathExpr) {

    /** Returns the path as the container runtime reads it; an absent one is the root. */
    String normalPath() {
        return path == null ? "/" : MountPath.normal(path);
    }
}
