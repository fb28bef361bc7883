package dev.mooring.model;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** A claim in a project's namespace that may be shared. The data stays where it is. */
@Group(Vocabulary.GROUP)
@Version(Vocabulary.VERSION)
public final class DataVolume extends CustomResource<DataVolumeSpec, DataVolumeStatus> implements Namespaced {
    /** Returns what the controller wrote, or null if it has not looked yet. */
    @Override
    public @Nullable DataVolumeStatus getStatus() {
        return super.getStatus();
    }
}
