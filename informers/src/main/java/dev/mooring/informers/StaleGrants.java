package dev.mooring.informers;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Drops what was worked out when something changes that it was worked out from. Told of a change after the indexes.
 *
 * <p>What a project has itself depends on its data volumes. What is shared with a scope depends on the shares, their data
 * volumes, and whether the origin projects are in force: on these projects, their departments, and the namespaces of both.
 */
final class StaleGrants {
    private final SharesByOrigin shares;
    private final ProjectsByDepartment projects;
    private final Consumer<GrantScope> drop;

    StaleGrants(SharesByOrigin shares, ProjectsByDepartment projects, Consumer<GrantScope> drop) {
        this.shares = shares;
        this.projects = projects;
        this.drop = drop;
    }

    void share(String key, @Nullable ShareView before, @Nullable ShareView now) {
        each(before, now, share -> drop.accept(share.scope()));
    }

    void dataVolume(String key, @Nullable DataVolumeView before, @Nullable DataVolumeView now) {
        each(before, now, volume -> {
            drop.accept(new GrantScope.Own(volume.namespace()));
            for (var share : shares.with(volume.namespace())) {
                if (share.dataVolume().equals(volume.name())) {
                    drop.accept(share.scope());
                }
            }
        });
    }

    void project(String key, @Nullable ProjectView before, @Nullable ProjectView now) {
        each(before, now, project -> origin(project.name()));
    }

    void department(String key, @Nullable DepartmentView before, @Nullable DepartmentView now) {
        each(before, now, department -> {
            if (department.scope() != null) {
                originsOf(department.scope().name());
            }
        });
    }

    void namespace(String key, @Nullable NamespaceView before, @Nullable NamespaceView now) {
        origin(key);
        originsOf(key);
    }

    private void originsOf(String departmentNamespace) {
        for (var project : projects.with(departmentNamespace)) {
            origin(project.name());
        }
    }

    private void origin(String project) {
        for (var share : shares.with(project)) {
            drop.accept(share.scope());
        }
    }

    private static <P> void each(@Nullable P before, @Nullable P now, Consumer<P> action) {
        if (before != null) {
            action.accept(before);
        }
        if (now != null) {
            action.accept(now);
        }
    }
}
