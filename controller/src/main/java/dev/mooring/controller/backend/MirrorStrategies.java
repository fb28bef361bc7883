package dev.mooring.controller.backend;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The table of backends: who can be mirrored, and how.
 *
 * <p>A backend that is not in the table is refused. Mirroring one that mounts by handle, or that two volumes at a time would
 * damage, ends in pods that hang or data that is lost.
 */
public final class MirrorStrategies {
    /** The controller's setting by which storage of single nodes may be mirrored. */
    public static final String NODE_LOCAL_SETTING = "MOORING_ALLOW_NODE_LOCAL";

    private static final Map<String, MirrorStrategy> EVERYWHERE = Map.of(
            Backends.NFS,
            (mirror, origin, access, suffix) ->
                    mirror.withNfs(origin.getNfs()).withMountOptions(MountOptions.of(origin.getMountOptions(), access)),
            "nfs.csi.k8s.io",
            new SuffixedHandle(Set.of("mountPermissions")));

    private static final Map<String, MirrorStrategy> NODE_LOCAL = Map.of(
            Backends.HOST_PATH, (mirror, origin, access, suffix) -> mirror.withHostPath(origin.getHostPath()),
            Backends.LOCAL, (mirror, origin, access, suffix) -> mirror.withLocal(origin.getLocal()));

    private final boolean nodeLocalAllowed;

    /** Makes the table; {@code nodeLocalAllowed} lets storage of single nodes in. */
    public MirrorStrategies(boolean nodeLocalAllowed) {
        this.nodeLocalAllowed = nodeLocalAllowed;
    }

    /** Returns whether the data of {@code origin} can be mirrored. */
    public Verdict judge(PersistentVolume origin) {
        if ("Block".equals(origin.getSpec().getVolumeMode())) {
            return new Verdict.Refused("the volume has volumeMode Block, which cannot be made read-only for others;"
                    + " use a claim with volumeMode Filesystem");
        }
        if (origin.getSpec().getAccessModes().contains("ReadWriteOncePod")) {
            return new Verdict.Refused("the volume has access mode ReadWriteOncePod, which allows one pod only;"
                    + " use a claim with ReadWriteMany, ReadOnlyMany or ReadWriteOnce");
        }
        return judgeBackend(Backends.driver(origin));
    }

    private Verdict judgeBackend(String driver) {
        var strategy = EVERYWHERE.get(driver);
        if (strategy != null) {
            return new Verdict.Mirrored(strategy);
        }
        var nodeLocal = NODE_LOCAL.get(driver);
        if (nodeLocal == null) {
            return new Verdict.Refused("storage of \"" + driver + "\" cannot be mirrored; use a claim on one of "
                    + new TreeSet<>(EVERYWHERE.keySet()));
        }
        return nodeLocalAllowed
                ? new Verdict.Mirrored(nodeLocal)
                : new Verdict.Refused("storage of \"" + driver + "\" lies on single nodes; use a claim on one of "
                        + new TreeSet<>(EVERYWHERE.keySet()) + ", or have an administrator run the controller with "
                        + NODE_LOCAL_SETTING + "=true");
    }
}
