package dev.mooring.launcher.attack;

import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.client.utils.Serialization;

/** Storage, as people write it into pods and volumes: in YAML. */
final class Storage {
    private Storage() {}

    /** A pod's volume with this source. */
    static Volume inPod(String source) {
        return Serialization.unmarshal("name: data\n" + source, Volume.class);
    }

    /** What a PersistentVolume with this source says of its storage. */
    static PersistentVolumeSpec spec(String source) {
        return Serialization.unmarshal(source, PersistentVolumeSpec.class);
    }

    /** A PersistentVolume that any claim may take. */
    static PersistentVolume volume(String name, String source) {
        return new PersistentVolumeBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withSpec(spec(source))
                .editSpec()
                .addToCapacity("storage", new Quantity("1Gi"))
                .withAccessModes("ReadWriteMany")
                .withPersistentVolumeReclaimPolicy("Retain")
                .withStorageClassName("")
                .endSpec()
                .build();
    }
}
