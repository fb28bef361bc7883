package dev.mooring.controller.volume;

import dev.mooring.model.Labels;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import org.jspecify.annotations.Nullable;

/**
 * What a plan looks at in the claim that a data volume names.
 *
 * @param uid which of all claims that ever had the name
 * @param ending whether it is being deleted
 * @param mirror whether it is itself a mirror of other data
 * @param bound whether it has its volume
 * @param dataVolume the data volume that its label names
 */
record ClaimFacts(
        String uid,
        boolean ending,
        boolean mirror,
        boolean bound,
        @Nullable String dataVolume) {
    static ClaimFacts of(PersistentVolumeClaim claim, boolean mirror) {
        var status = claim.getStatus();
        return new ClaimFacts(
                claim.getMetadata().getUid(),
                claim.isMarkedForDeletion(),
                mirror,
                status != null && "Bound".equals(status.getPhase()),
                claim.getMetadata().getLabels().get(Labels.DATA_VOLUME));
    }
}
