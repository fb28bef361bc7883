package dev.mooring.controller.backend;

import dev.mooring.decision.AccessMode;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Mirrors volumes of CephFS as static ones, which name their path themselves.
 *
 * <p>The handle of a provisioned volume leads the driver to the subvolume, with credentials of an administrator. A static one
 * has any handle, a path and credentials of a user. The static mirror of a volume that is backed by a snapshot would show the
 * data as it is now: its path is the path of the volume that the snapshot was taken of.
 *
 * @param nodeSecret holds {@code userID} and {@code userKey}, or null if none is configured
 */
record Cephfs(@Nullable NodeSecret nodeSecret) implements MirrorStrategy {
    private static final String STATIC = "staticVolume";
    private static final String ROOT_PATH = "rootPath";
    private static final String SUBVOLUME_PATH = "subvolumePath";
    private static final String TRUE = "true";

    @Override
    public Optional<Verdict.Refused> objection(PersistentVolumeSpec origin) {
        return Optional.ofNullable(refusal(origin, CsiCopy.attributes(origin.getCsi())));
    }

    private Verdict.@Nullable Refused refusal(PersistentVolumeSpec origin, Map<String, String> attributes) {
        if (TRUE.equals(attributes.get("encrypted"))) {
            return new Verdict.Refused(
                    RefusalReason.VOLUME_IS_ENCRYPTED,
                    "the volume is encrypted by its driver, which finds the key by the handle of this volume only; use a"
                            + " claim of a class without encryption");
        }
        if (!TRUE.equals(attributes.get(STATIC)) && mayShowASnapshot(origin, attributes)) {
            return new Verdict.Refused(
                    RefusalReason.VOLUME_IS_SNAPSHOT,
                    "the volume may be backed by a snapshot, and its mirror would show the data that the snapshot was taken"
                            + " of as it is now; restore the snapshot to a claim with ReadWriteMany and share that one");
        }
        if (path(attributes) == null) {
            return new Verdict.Refused(
                    RefusalReason.VOLUME_IS_INCOMPLETE,
                    "the volume has no attribute " + SUBVOLUME_PATH + " or " + ROOT_PATH
                            + ", so its path is not known; use a claim that a newer driver provisioned");
        }
        return nodeSecret == null
                ? new Verdict.Refused(
                        RefusalReason.NODE_SECRET_MISSING,
                        "a mirror of CephFS needs a Secret with userID and userKey; an administrator names it in "
                                + Setting.CEPHFS_NODE_SECRET)
                : null;
    }

    private static boolean mayShowASnapshot(PersistentVolumeSpec origin, Map<String, String> attributes) {
        return AccessModes.allows(origin, AccessModes.MANY_READERS) || TRUE.equals(attributes.get("backingSnapshot"));
    }

    @Override
    public void shape(
            PersistentVolumeSpecBuilder mirror, PersistentVolumeSpec origin, AccessMode access, String suffix) {
        var attributes = CsiCopy.attributes(origin.getCsi());
        attributes.put(ROOT_PATH, path(attributes));
        attributes.put(STATIC, TRUE);
        attributes.remove(SUBVOLUME_PATH);
        attributes.remove("subvolumeName");
        mirror.withMountOptions(MountOptions.MOUNT.of(origin.getMountOptions(), access))
                .withCsi(CsiCopy.of(origin.getCsi())
                        .withVolumeHandle(CsiCopy.ownHandle(origin.getCsi(), suffix))
                        .withVolumeAttributes(attributes)
                        .withNodeStageSecretRef(nodeSecret == null ? null : nodeSecret.reference())
                        .build());
    }

    private static @Nullable String path(Map<String, String> attributes) {
        return attributes.getOrDefault(SUBVOLUME_PATH, attributes.get(ROOT_PATH));
    }
}
