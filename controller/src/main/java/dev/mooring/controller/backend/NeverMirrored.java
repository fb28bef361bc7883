package dev.mooring.controller.backend;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The drivers whose volumes are refused whatever they say, and what to use in their place. */
final class NeverMirrored {
    private static final Map<String, Verdict.Refused> BY_DRIVER = byDriver();

    private NeverMirrored() {}

    /** Returns why volumes of {@code driver} are refused, or empty if they are not all refused. */
    static Optional<Verdict.Refused> refusal(String driver) {
        return Optional.ofNullable(BY_DRIVER.get(driver));
    }

    private static Map<String, Verdict.Refused> byDriver() {
        var drivers = new HashMap<String, Verdict.Refused>();
        block(drivers, "efs.csi.aws.com or fsx.csi.aws.com", "ebs.csi.aws.com", "awsElasticBlockStore");
        block(drivers, "filestore.csi.storage.gke.io", "pd.csi.storage.gke.io", "gcePersistentDisk");
        block(drivers, "file.csi.azure.com", "disk.csi.azure.com", "azureDisk");
        block(drivers, "nfs.csi.k8s.io", "cinder.csi.openstack.org", "cinder", "iscsi.csi.k8s.io", "iscsi", "fc");
        drivers.put(
                "csi.trident.netapp.io",
                new Verdict.Refused(
                        RefusalReason.DRIVER_SHARES_ITSELF,
                        "Trident mounts only volumes that it made; share this one by Trident's own"
                                + " TridentVolumeReference, or use a claim of nfs.csi.k8s.io over the same export"));
        return Map.copyOf(drivers);
    }

    private static void block(Map<String, Verdict.Refused> drivers, String instead, String... names) {
        for (var name : names) {
            drivers.put(
                    name,
                    new Verdict.Refused(
                            RefusalReason.SINGLE_WRITER_STORAGE,
                            "storage of \"" + name
                                    + "\" is a block device that one node may write; copy the data to a claim of "
                                    + instead));
        }
    }
}
