package dev.mooring.webhook;

import dev.mooring.decision.Decision;
import dev.mooring.decision.PersistentVolumeDecisions;
import dev.mooring.decision.PersistentVolumeFacts;
import dev.mooring.webhook.review.AdmissionRequest;

/** Gathers the facts about new PersistentVolumes, and has them decided. */
final class PersistentVolumeJudges {
    private final ClusterFacts cluster;

    PersistentVolumeJudges(ClusterFacts cluster) {
        this.cluster = cluster;
    }

    /** Whether a volume may be made. */
    Decision validate(AdmissionRequest request) {
        var volume = request.subject().volume();
        return PersistentVolumeDecisions.validate(new PersistentVolumeFacts(
                request.nameOfSubject(), volume.storage(), volume.claimNamespace(), cluster.heldStorage()));
    }
}
