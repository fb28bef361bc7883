package dev.mooring.informers;

import dev.mooring.decision.StorageSource;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what PersistentVolumes say of their storage. */
public final class PersistentVolumes {
    private PersistentVolumes() {}

    /** Returns the storage that {@code spec} names, or null if it is of a kind of which nothing is known. */
    public static @Nullable StorageSource storage(PersistentVolumeSpec spec) {
        var source = inTree(spec);
        if (source != null) {
            return source;
        }
        if (spec.getFlexVolume() != null) {
            var flex = spec.getFlexVolume();
            return new StorageSource("flexVolume", fields("driver", flex.getDriver()), flex.getOptions(), List.of());
        }
        if (spec.getCsi() != null) {
            var csi = spec.getCsi();
            return new StorageSource(
                    "csi",
                    fields("driver", csi.getDriver(), "volumeHandle", csi.getVolumeHandle()),
                    csi.getVolumeAttributes(),
                    spec.getMountOptions());
        }
        return null;
    }

    private static @Nullable StorageSource inTree(PersistentVolumeSpec spec) {
        if (spec.getNfs() != null) {
            var nfs = spec.getNfs();
            return StorageSource.of("nfs", fields("server", nfs.getServer(), "path", nfs.getPath()));
        }
        if (spec.getHostPath() != null) {
            return StorageSource.of(
                    "hostPath", fields("path", spec.getHostPath().getPath()));
        }
        if (spec.getLocal() != null) {
            return StorageSource.of("local", fields("path", spec.getLocal().getPath()));
        }
        if (spec.getCephfs() != null) {
            return StorageSource.of("cephfs", fields("path", spec.getCephfs().getPath()));
        }
        if (spec.getIscsi() != null) {
            var iscsi = spec.getIscsi();
            return StorageSource.of("iscsi", fields("iqn", iscsi.getIqn(), "lun", iscsi.getLun()));
        }
        if (spec.getRbd() != null) {
            var rbd = spec.getRbd();
            return StorageSource.of("rbd", fields("pool", rbd.getPool(), "image", rbd.getImage()));
        }
        return spec.getAzureFile() == null
                ? null
                : StorageSource.of(
                        "azureFile", fields("shareName", spec.getAzureFile().getShareName()));
    }

    private static Map<String, String> fields(String name, @Nullable Object value) {
        return fields(name, value, name, null);
    }

    private static Map<String, String> fields(
            String name, @Nullable Object value, String otherName, @Nullable Object otherValue) {
        var fields = new HashMap<String, String>();
        if (value != null) {
            fields.put(name, value.toString());
        }
        if (otherValue != null) {
            fields.put(otherName, otherValue.toString());
        }
        return fields;
    }
}
