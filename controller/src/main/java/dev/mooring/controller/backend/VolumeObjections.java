package dev.mooring.controller.backend;

import dev.mooring.decision.AccessMode;
import dev.mooring.model.Labels;
import dev.mooring.model.MirrorClass;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What speaks against mirroring a volume, whatever its driver. */
final class VolumeObjections {
    private VolumeObjections() {}

    /** Returns the first objection to a mirror of {@code origin}, or empty if there is none. */
    static Optional<Verdict.Refused> to(PersistentVolume origin, AccessMode access) {
        return Optional.ofNullable(objection(origin, access));
    }

    private static Verdict.@Nullable Refused objection(PersistentVolume origin, AccessMode access) {
        var spec = origin.getSpec();
        if (isMirror(origin)) {
            return new Verdict.Refused(
                    RefusalReason.VOLUME_IS_MIRROR,
                    "the volume is a mirror of another project's data; only that project can share it");
        }
        if ("Block".equals(spec.getVolumeMode())) {
            return new Verdict.Refused(
                    RefusalReason.BLOCK_VOLUME,
                    "the volume has volumeMode Block, which cannot be made read-only for others; use a claim with volumeMode"
                            + " Filesystem");
        }
        if (AccessModes.allows(spec, AccessModes.ONE_POD)) {
            return new Verdict.Refused(
                    RefusalReason.SINGLE_POD_VOLUME,
                    "the volume has access mode ReadWriteOncePod, which allows one pod only; use a claim with"
                            + " ReadWriteMany, ReadOnlyMany or ReadWriteOnce");
        }
        return access == AccessMode.READ_WRITE && AccessModes.onlyReads(spec)
                ? new Verdict.Refused(
                        RefusalReason.VOLUME_IS_READ_ONLY,
                        "the volume has access mode ReadOnlyMany alone, so nobody can write it; share it for reading")
                : null;
    }

    private static boolean isMirror(PersistentVolume origin) {
        return MirrorClass.NAME.equals(origin.getSpec().getStorageClassName())
                || origin.getMetadata().getLabels().containsKey(Labels.MIRROR);
    }
}
