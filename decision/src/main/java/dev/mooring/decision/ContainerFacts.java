package dev.mooring.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One container of a pod.
 *
 * @param kind which array of the spec it stands in
 * @param index its position in that array
 * @param name its name
 * @param mounts {@code volumeMounts} in order; null if the array is absent or null
 * @param devices the volume names that {@code volumeDevices} uses
 */
public record ContainerFacts(
        Kind kind, int index, String name, @Nullable List<MountFacts> mounts, List<String> devices) {
    public ContainerFacts {
        mounts = mounts == null ? null : List.copyOf(mounts);
        devices = List.copyOf(devices);
    }

    /** The arrays of a pod's spec that hold containers. */
    public enum Kind {
        /** Containers that run before the others, and sidecars. */
        INIT("/spec/initContainers/"),
        /** The pod's main containers. */
        MAIN("/spec/containers/"),
        /** Containers that are added to a running pod. */
        EPHEMERAL("/spec/ephemeralContainers/");

        private final String pointer;

        Kind(String pointer) {
            this.pointer = pointer;
        }
    }

    /** Returns the mounts, none where the array is absent. */
    List<MountFacts> mountsOrNone() {
        return mounts == null ? List.of() : mounts;
    }

    /** Returns the RFC 6901 pointer to {@code volumeMounts}. */
    String mountsPointer() {
        return kind.pointer + index + "/volumeMounts";
    }
}
