package dev.mooring.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reference together with what it resolves to in this pod.
 *
 * @param item the reference and its column
 * @param usable what is granted on the data volume
 * @param claim the claim that the pod mounts for it
 * @param held the pod's volume of that claim, if there is one already
 * @param volumeName the name of that volume, or of the one to be added
 * @param containers the containers that mount it now or shall
 */
record Want(
        Parsed.Item item,
        UsableVolume usable,
        String claim,
        @Nullable Held held,
        String volumeName,
        List<ContainerFacts> containers) {
    DataVolumeId id() {
        return usable.id();
    }

    AccessMode access() {
        return item.reference().access();
    }

    String path() {
        return item.reference().path();
    }

    /** Returns whether {@code container} mounts it at the path that is asked for. */
    boolean isMountedIn(ContainerFacts container) {
        return isMounted(container, volumeName, path());
    }

    static boolean isMounted(ContainerFacts container, String volumeName, String path) {
        List<MountFacts> mounts = container.mountsOrNone();
        for (int i = 0; i < mounts.size(); i++) {
            MountFacts mount = mounts.get(i);
            if (mount.name().equals(volumeName) && mount.normalPath().equals(path)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the reference as a denial names it. */
    String spelled() {
        return item.spelled();
    }
}
