package dev.mooring.decision;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks about data volumes, and what the answer depends on beside the grants.
 *
 * @param namespace the namespace that asks
 * @param template the pod of which it is asked whether it would be let in; null if that is not asked
 * @param dataVolume the data volume of this namespace of which it is asked who may use it; null if that is not asked
 * @param projects the namespaces of all projects
 * @param now the time of the answer
 */
public record DataVolumeReviewFacts(
        String namespace,
        @Nullable PodFacts template,
        @Nullable String dataVolume,
        Collection<String> projects,
        Instant now) {
    public DataVolumeReviewFacts {
        projects = List.copyOf(projects);
    }
}
