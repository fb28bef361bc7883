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
 * @param binding whether it has its volume
 * @param dataVolume the data volume that its label names
 */
record ClaimFacts(
        String uid,
        boolean ending,
        boolean mirror,
        Binding binding,
        @Nullable String dataVolume) {
    /** How a claim stands to its volume. */
    enum Binding {
        /** It has none yet. */
        PENDING,
        /** It has its volume. */
        BOUND,
        /** It had one, which was deleted. */
        LOST
    }

    static ClaimFacts of(PersistentVolumeClaim claim, boolean mirror) {
        return new ClaimFacts(
                claim.getMetadata().getUid(),
                claim.isMarkedForDeletion(),
                mirror,
                binding(claim),
                claim.getMetadata().getLabels().get(Labels.DATA_VOLUME));
    }

    private static Binding binding(PersistentVolumeClaim claim) {
        var phase = claim.getStatus() == null
                ? ""
                : String.valueOf(claim.getStatus().getPhase());
        return switch (phase) {
            case "Bound" -> Binding.BOUND;
            case "Lost" -> Binding.LOST;
            default -> Binding.PENDING;
        };
    }
}
