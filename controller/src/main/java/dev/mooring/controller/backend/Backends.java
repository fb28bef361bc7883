package dev.mooring.controller.backend;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Names the storage behind volumes. */
public final class Backends {
    static final String HOST_PATH = "hostPath";
    static final String LOCAL = "local";
    static final String NFS = "nfs";

    private static final Map<String, Function<PersistentVolumeSpec, @Nullable Object>> IN_TREE = inTree();

    private Backends() {}

    /** Returns the CSI driver's name, or the name of the in-tree source as the volume's YAML spells it. */
    public static String driver(PersistentVolume volume) {
        var spec = volume.getSpec();
        if (spec.getCsi() != null) {
            return spec.getCsi().getDriver();
        }
        return IN_TREE.entrySet().stream()
                .filter(source -> source.getValue().apply(spec) != null)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("unknown");
    }

    private static Map<String, Function<PersistentVolumeSpec, @Nullable Object>> inTree() {
        var sources = new LinkedHashMap<String, Function<PersistentVolumeSpec, @Nullable Object>>();
        sources.put(NFS, PersistentVolumeSpec::getNfs);
        sources.put(HOST_PATH, PersistentVolumeSpec::getHostPath);
        sources.put(LOCAL, PersistentVolumeSpec::getLocal);
        sources.put("iscsi", PersistentVolumeSpec::getIscsi);
        sources.put("fc", PersistentVolumeSpec::getFc);
        sources.put("rbd", PersistentVolumeSpec::getRbd);
        sources.put("cephfs", PersistentVolumeSpec::getCephfs);
        sources.put("glusterfs", PersistentVolumeSpec::getGlusterfs);
        sources.put("cinder", PersistentVolumeSpec::getCinder);
        sources.put("awsElasticBlockStore", PersistentVolumeSpec::getAwsElasticBlockStore);
        sources.put("azureDisk", PersistentVolumeSpec::getAzureDisk);
        sources.put("azureFile", PersistentVolumeSpec::getAzureFile);
        sources.put("gcePersistentDisk", PersistentVolumeSpec::getGcePersistentDisk);
        sources.put("vsphereVolume", PersistentVolumeSpec::getVsphereVolume);
        sources.put("flexVolume", PersistentVolumeSpec::getFlexVolume);
        return sources;
    }
}
