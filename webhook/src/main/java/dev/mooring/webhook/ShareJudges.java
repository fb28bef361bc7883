package dev.mooring.webhook;

import dev.mooring.decision.Decision;
import dev.mooring.decision.ShareDecisions;
import dev.mooring.decision.ShareFacts;
import dev.mooring.decision.ShareFacts.DataVolumeTarget;
import dev.mooring.decision.ShareFacts.ShareSpecFacts;
import dev.mooring.decision.ShareFacts.Target;
import dev.mooring.webhook.review.AdmissionRequest;
import dev.mooring.webhook.review.Operation;
import dev.mooring.webhook.review.ReviewedObject;

/** Gathers the facts about shares, and has them decided. */
final class ShareJudges {
    private final ClusterFacts cluster;

    ShareJudges(ClusterFacts cluster) {
        this.cluster = cluster;
    }

    /** What Mooring sets in a share. */
    Decision mutate(AdmissionRequest request) {
        return ShareDecisions.mutate(facts(request));
    }

    /** Whether a share may be as it is. */
    Decision validate(AdmissionRequest request) {
        return ShareDecisions.validate(facts(request));
    }

    private ShareFacts facts(AdmissionRequest request) {
        ShareSpecFacts now = request.subject().share();
        ReviewedObject old = request.oldObject();
        return new ShareFacts(
                request.operation() == Operation.CREATE ? ShareFacts.Operation.CREATE : ShareFacts.Operation.UPDATE,
                request.namespace(),
                request.nameOfSubject(),
                request.requester().name(),
                request.subject().identity().deleting(),
                now,
                old == null ? null : old.share(),
                now.scope() == null ? new Target.Unknown() : cluster.target(now.scope()),
                now.dataVolume() == null
                        ? new DataVolumeTarget.Unknown()
                        : cluster.dataVolume(request.namespace(), now.dataVolume()));
    }
}
