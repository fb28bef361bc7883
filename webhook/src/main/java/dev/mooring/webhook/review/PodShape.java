package dev.mooring.webhook.review;

import dev.mooring.decision.ContainerFacts;
import dev.mooring.decision.Requests;
import dev.mooring.decision.VolumeFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pod, or the template of one, asks for and mounts.
 *
 * @param volumes null where the list is absent
 */
public record PodShape(Requests requests, @Nullable List<VolumeFacts> volumes, List<ContainerFacts> containers) {
    public PodShape {
        volumes = volumes == null ? null : List.copyOf(volumes);
        containers = List.copyOf(containers);
    }
}
