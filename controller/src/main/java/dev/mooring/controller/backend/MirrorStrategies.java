package dev.mooring.controller.backend;

import dev.mooring.controller.backend.SameHandle.Staging;
import dev.mooring.decision.AccessMode;
import dev.mooring.decision.BackendIdentity;
import dev.mooring.informers.PersistentVolumes;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of backends: who can be mirrored, and how.
 *
 * <p>A backend that is not in the table is refused. Mirroring one that mounts by handle, or that two volumes at a time would
 * damage, ends in pods that hang or data that is lost.
 */
public final class MirrorStrategies {
    /** What refusals advise where the driver has no better neighbour. */
    static final String INSTEAD = "use a claim on shared storage, such as nfs.csi.k8s.io";

    private static final String CEPHFS = "cephfs.csi.ceph.com";
    private static final String RBD = "rbd.csi.ceph.com";

    private static final Set<String> ROWS = table(false, null).keySet();

    private final Map<String, MirrorStrategy> table;
    private final Set<String> foundByAttributes;

    /** Makes the table with what {@code settings} let in. */
    public MirrorStrategies(BackendSettings settings) {
        var all = new HashMap<>(table(settings.allowNodeLocal(), settings.cephfsNodeSecret()));
        settings.additional().forEach((driver, rule) -> all.put(driver, new Vouched(rule.strategy())));
        table = Map.copyOf(all);
        foundByAttributes = settings.driversByAttributes();
    }

    private static Map<String, MirrorStrategy> table(boolean nodeLocal, @Nullable NodeSecret cephfsSecret) {
        var attributesDecide = new OwnHandle(MountOptions.MOUNT, Set.of());
        return Map.ofEntries(
                Map.entry(Backends.NFS, new InTreeNfs()),
                Map.entry("nfs.csi.k8s.io", new OwnHandle(MountOptions.MOUNT, Set.of("mountPermissions"))),
                Map.entry("efs.csi.aws.com", new ToldAsWriter(new SameHandle(Staging.NONE))),
                Map.entry("fsx.csi.aws.com", new ToldAsWriter(attributesDecide)),
                Map.entry("gcsfuse.csi.storage.gke.io", new BucketHandle()),
                Map.entry("s3.csi.aws.com", new OwnHandle(MountOptions.MOUNTPOINT_S3, Set.of())),
                Map.entry("file.csi.azure.com", AzureShare.FILE),
                Map.entry("blob.csi.azure.com", AzureShare.BLOB),
                Map.entry("filestore.csi.storage.gke.io", new SameHandle(Staging.SHARED)),
                Map.entry(CEPHFS, new Cephfs(cephfsSecret)),
                Map.entry(RBD, new Rbd()),
                Map.entry("driver.longhorn.io", new Longhorn()),
                Map.entry("hostpath.csi.k8s.io", new SameHandle(Staging.SHARED)),
                Map.entry(Backends.LOCAL, new NodeLocal(nodeLocal)),
                Map.entry(Backends.HOST_PATH, new NodeLocal(nodeLocal)));
    }

    /** Returns the drivers whose volumes can be mirrored, under some condition or none. */
    static Set<String> rows() {
        return ROWS;
    }

    /** Returns whether the table says of {@code driver} how its volumes are mirrored, or that they are not. */
    static boolean isKnown(String driver) {
        return ROWS.contains(row(driver)) || NeverMirrored.refusal(driver).isPresent();
    }

    /** Returns whether the data of {@code origin} can be mirrored for {@code access}. */
    public Verdict judge(PersistentVolume origin, AccessMode access) {
        return VolumeObjections.to(origin, access)
                .<Verdict>map(refused -> refused)
                .orElseGet(() -> judge(Backends.driver(origin), origin.getSpec()));
    }

    /** Returns where the data of {@code volume} lies. Whatever overlaps one of these reaches the same data. */
    public Set<BackendIdentity> identities(PersistentVolume volume) {
        var storage = PersistentVolumes.storage(volume.getSpec());
        return storage == null ? Set.of() : storage.identities(foundByAttributes);
    }

    private Verdict judge(String driver, PersistentVolumeSpec origin) {
        var strategy = table.get(row(driver));
        if (strategy == null) {
            return NeverMirrored.refusal(driver).orElseGet(() -> unknown(driver));
        }
        Optional<Verdict> objection = strategy.objection(origin).map(refused -> refused);
        return objection.orElseGet(() -> new Verdict.Mirrored(strategy));
    }

    /** Each Rook cluster has drivers of its own, named after its namespace. */
    private static String row(String driver) {
        return Stream.of(CEPHFS, RBD)
                .filter(ceph -> driver.endsWith("." + ceph))
                .findFirst()
                .orElse(driver);
    }

    private static Verdict.Refused unknown(String driver) {
        return new Verdict.Refused(
                RefusalReason.DRIVER_UNKNOWN,
                "storage of \"" + driver + "\" is not known to allow two volumes over the same data; " + INSTEAD
                        + ", or have an administrator vouch for the driver in " + Setting.ADDITIONAL);
    }
}
