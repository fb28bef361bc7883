package dev.mooring.controller.mirror;

import dev.mooring.decision.MirrorClaimName;
import dev.mooring.model.Labels;
import dev.mooring.model.MirrorClass;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;

/** Knows our claims from those of others. */
public final class MirrorClaims {
    private MirrorClaims() {}

    /** Returns whether we made {@code claim} as the mirror that its name says. */
    public static boolean isOf(PersistentVolumeClaim claim, MirrorClaimName name) {
        var labels = claim.getMetadata().getLabels();
        return Labels.MIRROR_TRUE.equals(labels.get(Labels.MIRROR))
                && MirrorClass.NAME.equals(claim.getSpec().getStorageClassName())
                && name.volume().project().equals(labels.get(Labels.ORIGIN_PROJECT))
                && name.volume().name().equals(labels.get(Labels.DATA_VOLUME));
    }
}
