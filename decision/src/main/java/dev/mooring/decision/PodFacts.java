package dev.mooring.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about a pod, or about the pod template of a workload, depends on.
 *
 * @param namespace the namespace of the request, whatever the object itself says
 * @param name the pod's or the workload's name, empty if it has none yet
 * @param requests what the annotations ask for
 * @param volumes {@code spec.volumes} in order; null if the array is absent or null
 * @param containers the containers of all kinds
 * @param held the storage that data volumes hold
 * @param endingMirrors the mirror claims in this namespace that are being deleted, by name
 * @param submitter who submits it
 * @param now the time of the decision
 */
public record PodFacts(
        String namespace,
        String name,
        Requests requests,
        @Nullable List<VolumeFacts> volumes,
        List<ContainerFacts> containers,
        HeldStorage held,
        Map<String, EndingMirror> endingMirrors,
        Submitter submitter,
        Instant now) {
    public PodFacts {
        volumes = volumes == null ? null : List.copyOf(volumes);
        containers = List.copyOf(containers);
        endingMirrors = Map.copyOf(endingMirrors);
    }

    /** Returns the volumes, none where the array is absent. */
    List<VolumeFacts> volumesOrNone() {
        return volumes == null ? List.of() : volumes;
    }
}
