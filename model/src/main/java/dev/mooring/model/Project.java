package dev.mooring.model;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import org.jspecify.annotations.Nullable;

/** A team's place to work. Lives in its department's namespace; its own namespace has the project's name. */
@Group(Vocabulary.GROUP)
@Version(Vocabulary.VERSION)
public final class Project extends CustomResource<ProjectSpec, ProjectStatus> implements Namespaced {
    /** Returns the spec, an empty one if it was left out. */
    @Override
    public ProjectSpec getSpec() {
        var spec = super.getSpec();
        return spec == null ? ProjectSpec.EMPTY : spec;
    }

    /** Returns what the controller wrote, or null if it has not looked yet. */
    @Override
    public @Nullable ProjectStatus getStatus() {
        return super.getStatus();
    }
}
