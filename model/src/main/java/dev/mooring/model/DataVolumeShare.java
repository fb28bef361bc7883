package dev.mooring.model;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** One grant of a data volume to a scope. Lives in the origin project's namespace. */
@Group(Vocabulary.GROUP)
@Version(Vocabulary.VERSION)
public final class DataVolumeShare extends CustomResource<DataVolumeShareSpec, DataVolumeShareStatus>
        implements Namespaced {
    /** Returns what the controller wrote, or null if it has not looked yet. */
    @Override
    public @Nullable DataVolumeShareStatus getStatus() {
        return super.getStatus();
    }
}
