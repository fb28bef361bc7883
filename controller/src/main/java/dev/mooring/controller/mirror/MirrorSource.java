package dev.mooring.controller.mirror;

import dev.mooring.controller.backend.MirrorStrategy;
import dev.mooring.decision.MirrorClaimName;
import dev.mooring.model.Labels;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import java.util.Map;

/**
 * What a mirror is made of.
 *
 * @param name the mirror claim's name, taken apart
 * @param dataVolumeUid the data volume
 * @param originClaimUid the claim behind it
 * @param origin the volume behind that claim
 * @param strategy how its backend is mirrored
 */
record MirrorSource(
        MirrorClaimName name,
        String dataVolumeUid,
        String originClaimUid,
        PersistentVolume origin,
        MirrorStrategy strategy) {

    /** Returns the labels by which we know the claim and the volume again. */
    Map<String, String> labels() {
        return Map.of(
                Labels.MIRROR,
                Labels.MIRROR_TRUE,
                Labels.DATA_VOLUME,
                name.volume().name(),
                Labels.ORIGIN_PROJECT,
                name.volume().project(),
                Labels.DATA_VOLUME_UID,
                dataVolumeUid,
                Labels.ORIGIN_CLAIM_UID,
                originClaimUid);
    }
}
