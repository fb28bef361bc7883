package dev.mooring.webhook.review;

import dev.mooring.decision.ContainerFacts;
import dev.mooring.decision.ShareFacts.ScopeFacts;
import dev.mooring.decision.ShareFacts.ShareSpecFacts;
import dev.mooring.decision.VolumeFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read of a {@code spec}, whichever kind it belongs to. */
record Spec(
        @Nullable List<VolumeFacts> volumes,
        List<ContainerFacts> containers,
        @Nullable PodShape template,
        @Nullable PodShape jobTemplate,
        @Nullable String dataVolume,
        @Nullable ScopeFacts scope,
        @Nullable String grantedBy,
        VolumeShape asVolume) {
    static final Spec NONE = new Spec(null, List.of(), null, null, null, null, null, VolumeShape.NONE);

    /** This spec as that of a pod. */
    PodShape asPod(Metadata metadata) {
        return new PodShape(metadata.requests(), volumes, containers);
    }

    /** This spec as that of a share. */
    ShareSpecFacts asShare(Metadata metadata) {
        return new ShareSpecFacts(dataVolume, scope, grantedBy, metadata.owners(), metadata.finalizers());
    }
}
