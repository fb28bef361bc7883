package dev.mooring.informers;

import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.VolumeState;
import dev.mooring.model.Access;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says what a namespace may use by looking at every object each time, as the design's words have it. */
final class ReferenceResolver {
    /** What may be done with a data volume. */
    record Use(boolean own, String claim, VolumeState state, Instant readable, Instant writable) {}

    private final World world;

    ReferenceResolver(World world) {
        this.world = world;
    }

    /** Returns what pods of {@code namespace} may use, or null if no project is in force there. */
    @Nullable
    Map<DataVolumeId, Use> usable(String namespace) {
        var project = projectInForce(namespace);
        if (project == null) {
            return null;
        }
        var uses = new TreeMap<DataVolumeId, Use>();
        for (var share : world.shares.values()) {
            var volume = world.dataVolumes.get(share.namespace() + "/" + share.dataVolume());
            if (volume != null && inForce(share, volume) && reaches(share, project)) {
                var writable = share.access() == Access.READ_WRITE ? end(share) : Instant.MIN;
                var use = new Use(false, volume.claimName(), volume.state(), end(share), writable);
                uses.merge(id(volume), use, ReferenceResolver::both);
            }
        }
        for (var volume : world.dataVolumes.values()) {
            if (volume.namespace().equals(namespace) && !volume.deleting()) {
                uses.put(id(volume), new Use(true, volume.claimName(), volume.state(), Instant.MAX, Instant.MAX));
            }
        }
        return uses;
    }

    private static Use both(Use one, Use other) {
        return new Use(
                one.own(),
                one.claim(),
                one.state(),
                later(one.readable(), other.readable()),
                later(one.writable(), other.writable()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant end(ShareView share) {
        return share.expiry() == null ? Instant.MAX : share.expiry();
    }

    private static DataVolumeId id(DataVolumeView volume) {
        return new DataVolumeId(volume.namespace(), volume.name());
    }

    private boolean inForce(ShareView share, DataVolumeView volume) {
        return !share.deleting()
                && !volume.deleting()
                && volume.uid().equals(share.dataVolumeUid())
                && projectInForce(share.namespace()) != null;
    }

    private boolean reaches(ShareView share, ProjectView project) {
        var target = switch (share.scope().kind()) {
            case PROJECT -> project.name();
            case DEPARTMENT -> project.departmentNamespace();
            case CLUSTER -> World.CLUSTER;
        };
        var namespace = world.namespaces.get(target);
        return namespace != null && namespace.uid().equals(share.scope().uid());
    }

    private @Nullable ProjectView projectInForce(String namespace) {
        List<ProjectView> found = new ArrayList<>();
        for (var project : world.projects.values()) {
            if (project.name().equals(namespace)
                    && !project.deleting()
                    && isNow(namespace, project.namespaceUid())
                    && departmentIsInForce(project.departmentNamespace())) {
                found.add(project);
            }
        }
        return found.size() == 1 ? found.getFirst() : null;
    }

    private boolean departmentIsInForce(String namespace) {
        return world.departments.values().stream()
                        .filter(department -> department.namespace().equals(World.CLUSTER) && !department.deleting())
                        .filter(department -> department.scope() != null
                                && department.scope().name().equals(namespace)
                                && isNow(namespace, department.scope().uid()))
                        .count()
                == 1;
    }

    private boolean isNow(String namespace, @Nullable String uid) {
        var known = world.namespaces.get(namespace);
        return known != null && known.uid().equals(uid);
    }
}
