package dev.mooring.controller.backend;

import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import java.util.List;
import java.util.Set;

/** What volumes say about how they may be mounted. */
final class AccessModes {
    static final String ONE_POD = "ReadWriteOncePod";
    static final String MANY_READERS = "ReadOnlyMany";
    static final String MANY_WRITERS = "ReadWriteMany";

    static final List<String> READ_ONLY = List.of(MANY_READERS);

    private AccessModes() {}

    /** Returns whether nobody may write through the volume. */
    static boolean onlyReads(PersistentVolumeSpec volume) {
        return Set.copyOf(volume.getAccessModes()).equals(Set.of(MANY_READERS));
    }

    static boolean allows(PersistentVolumeSpec volume, String mode) {
        return volume.getAccessModes().contains(mode);
    }
}
