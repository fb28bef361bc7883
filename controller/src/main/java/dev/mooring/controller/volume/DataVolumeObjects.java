package dev.mooring.controller.volume;

import dev.mooring.model.DataVolume;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import org.jspecify.annotations.Nullable;

/** A data volume as it was read, with its claim and the volume behind it. */
record DataVolumeObjects(
        DataVolume self,
        @Nullable PersistentVolumeClaim claim,
        @Nullable PersistentVolume origin) {}
