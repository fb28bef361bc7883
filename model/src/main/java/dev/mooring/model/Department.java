package dev.mooring.model;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** A group of projects. Lives in the cluster scope's namespace and has a namespace of its own. */
@Group(Vocabulary.GROUP)
@Version(Vocabulary.VERSION)
public final class Department extends CustomResource<DepartmentSpec, DepartmentStatus> implements Namespaced {
    /** Returns the spec, an empty one if it was left out. */
    @Override
    public DepartmentSpec getSpec() {
        var spec = super.getSpec();
        return spec == null ? DepartmentSpec.EMPTY : spec;
    }

    /** Returns what the controller wrote, or null if it has not looked yet. */
    @Override
    public @Nullable DepartmentStatus getStatus() {
        return super.getStatus();
    }
}
