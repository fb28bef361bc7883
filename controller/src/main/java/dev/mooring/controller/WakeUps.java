package dev.mooring.controller;

import dev.mooring.controller.index.ClaimView;
import dev.mooring.controller.index.Consumers;
import dev.mooring.controller.index.ControllerView;
import dev.mooring.controller.index.Indexes;
import dev.mooring.controller.index.NamespaceState;
import dev.mooring.controller.index.PodView;
import dev.mooring.controller.index.VolumeView;
import dev.mooring.controller.object.ObjectKey;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.HeldStorage;
import dev.mooring.decision.Holding;
import dev.mooring.decision.MirrorClaimName;
import dev.mooring.decision.ShareFacts.Target;
import dev.mooring.informers.AccessRuleView;
import dev.mooring.informers.DataVolumeView;
import dev.mooring.informers.DepartmentView;
import dev.mooring.informers.GrantScope;
import dev.mooring.informers.MirrorClaimView;
import dev.mooring.informers.NamespaceView;
import dev.mooring.informers.ProjectView;
import dev.mooring.informers.ShareView;
import dev.mooring.informers.StorageView;
import dev.mooring.model.ScopeKind;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows which keys a change concerns: all whose plan looks at what changed.
 *
 * <p>One key too many costs a look; one too few is a bug that time does not heal. Changes arrive after the indexes and the
 * grants have taken note of them.
 */
final class WakeUps {
    private final Indexes indexes;
    private final Supplier<Target> clusterScope;
    private final HeldStorage held;
    private final Wakers wake;

    /** Wakes up by what {@code indexes} know at the time of a change. */
    WakeUps(Indexes indexes, Supplier<Target> clusterScope, HeldStorage held, Wakers wake) {
        this.indexes = indexes;
        this.clusterScope = clusterScope;
        this.held = held;
        this.wake = wake;
    }

    /** Has everything that {@code view} sees wake up the keys that it concerns. */
    static void connect(ControllerView view, Wakers wake) {
        var wakeUps = new WakeUps(
                view.indexes(),
                () -> view.cluster().scope(ScopeKind.CLUSTER, null),
                view.cluster().heldStorage(),
                wake);
        view.cluster().departments().listen(wakeUps::department);
        view.cluster().projects().listen(wakeUps::project);
        view.cluster().namespaces().listen(wakeUps::identity);
        view.cluster().dataVolumes().listen(wakeUps::dataVolume);
        view.cluster().shares().listen(wakeUps::share);
        view.cluster().mirrorClaims().listen(wakeUps::mirrorClaim);
        view.cluster().storage().listen(wakeUps::storage);
        view.namespaces().listen(wakeUps::namespace);
        view.rules().listen(wakeUps::rule);
        view.claims().listen(wakeUps::claim);
        view.volumes().listen(wakeUps::volume);
        view.pods().listen(wakeUps::pod);
    }

    void department(String key, @Nullable DepartmentView before, @Nullable DepartmentView now) {
        wake.departments().now(ObjectKey.parse(key));
        each(before, now, department -> {
            var scope = department.scope();
            if (scope != null) {
                wanted(scope.name());
                indexes.projectsByDepartment().with(scope.name()).forEach(this::concern);
                shares(new GrantScope.SharedWith(ScopeKind.DEPARTMENT, scope.uid()));
            }
        });
    }

    void project(String key, @Nullable ProjectView before, @Nullable ProjectView now) {
        wake.projects().now(ObjectKey.parse(key));
        each(before, now, project -> {
            wanted(project.name());
            concern(project);
            indexes.departmentsByNamespace()
                    .with(project.departmentNamespace())
                    .forEach(department -> wake.departments().soon(keyOf(department)));
        });
    }

    /** Another namespace has the name now: projects and departments of that name come into force or go out of it. */
    void identity(String name, @Nullable NamespaceView before, @Nullable NamespaceView now) {
        indexes.projectsByName().with(name).forEach(this::concern);
        indexes.projectsByDepartment().with(name).forEach(this::concern);
        indexes.mirrorsIn(name).forEach(wake.mirrors()::now);
        each(before, now, namespace -> shares(new GrantScope.SharedWith(ScopeKind.CLUSTER, namespace.uid())));
    }

    void namespace(String name, @Nullable NamespaceState before, @Nullable NamespaceState now) {
        wanted(name);
        indexes.dataVolumesByNamespace()
                .with(name)
                .forEach(volume -> wake.dataVolumes().now(keyOf(volume)));
    }

    /** A namespace that is offered is taken once the last rule in it is gone. */
    void rule(String key, @Nullable AccessRuleView before, @Nullable AccessRuleView now) {
        if (now == null) {
            wanted(ObjectKey.parse(key).namespace());
        }
    }

    void dataVolume(String key, @Nullable DataVolumeView before, @Nullable DataVolumeView now) {
        wake.dataVolumes().now(ObjectKey.parse(key));
        each(before, now, volume -> {
            named(new ObjectKey(volume.namespace(), volume.claimName()));
            indexes.sharesByVolume()
                    .with(idOf(volume))
                    .forEach(share -> wake.shares().now(keyOf(share)));
            indexes.mirrorsOf(idOf(volume)).forEach(wake.mirrors()::now);
        });
    }

    void share(String key, @Nullable ShareView before, @Nullable ShareView now) {
        wake.shares().now(ObjectKey.parse(key));
        each(before, now, share -> {
            wake.dataVolumes().soon(new ObjectKey(share.namespace(), share.dataVolume()));
            indexes.mirrorsOf(Indexes.volumeOf(share)).forEach(wake.mirrors()::now);
            Indexes.mirrorAtOnce(share).ifPresent(wake.mirrors()::now);
        });
    }

    void mirrorClaim(String key, @Nullable MirrorClaimView before, @Nullable MirrorClaimView now) {
        mirror(ObjectKey.parse(key));
    }

    void pod(String key, @Nullable PodView before, @Nullable PodView now) {
        each(before, now, pod -> Consumers.mirrorsOf(pod).forEach(this::mirror));
    }

    void claim(String key, @Nullable ClaimView before, @Nullable ClaimView now) {
        named(ObjectKey.parse(key));
    }

    void volume(String name, @Nullable VolumeView before, @Nullable VolumeView now) {
        each(before, now, volume -> {
            named(volume.claim());
        });
    }

    /** A volume that leads to the storage of data volumes concerns all of these. Mirrors are meant to. */
    void storage(String name, @Nullable StorageView before, @Nullable StorageView now) {
        each(before, now, volume -> {
            if (volume.mirrored() == null) {
                volume.places().stream()
                        .flatMap(held::overlapping)
                        .map(Holding::volume)
                        .distinct()
                        .forEach(holder -> wake.dataVolumes().soon(new ObjectKey(holder.project(), holder.name())));
            }
        });
    }

    /** All that depends on whether {@code project} is in force. */
    private void concern(ProjectView project) {
        wake.projects().now(new ObjectKey(project.departmentNamespace(), project.name()));
        indexes.mirrorsIn(project.name()).forEach(wake.mirrors()::now);
        for (var volume : indexes.dataVolumesByNamespace().with(project.name())) {
            wake.dataVolumes().now(keyOf(volume));
            indexes.mirrorsOf(idOf(volume)).forEach(wake.mirrors()::now);
        }
        indexes.sharesByNamespace()
                .with(project.name())
                .forEach(share -> wake.shares().now(keyOf(share)));
        sharesWith(project);
    }

    private void sharesWith(ProjectView project) {
        var uid = project.namespaceUid();
        if (uid != null) {
            shares(new GrantScope.SharedWith(ScopeKind.PROJECT, uid));
        }
        for (var department : indexes.departmentsByNamespace().with(project.departmentNamespace())) {
            if (department.scope() != null) {
                shares(new GrantScope.SharedWith(
                        ScopeKind.DEPARTMENT, department.scope().uid()));
            }
        }
        if (clusterScope.get() instanceof Target.Found cluster) {
            shares(new GrantScope.SharedWith(ScopeKind.CLUSTER, cluster.uid()));
        }
    }

    private void shares(GrantScope.SharedWith scope) {
        indexes.sharesByScope().with(scope).forEach(share -> wake.shares().soon(keyOf(share)));
    }

    /** All that may want the namespace {@code name}, or have it. */
    private void wanted(String name) {
        indexes.projectsByName()
                .with(name)
                .forEach(project -> wake.projects().now(new ObjectKey(project.departmentNamespace(), project.name())));
        indexes.departmentsByNamespace()
                .with(name)
                .forEach(department -> wake.departments().now(keyOf(department)));
        indexes.departmentsByNamespace()
                .with(Indexes.NO_NAMESPACE_YET)
                .forEach(department -> wake.departments().now(keyOf(department)));
    }

    /** The data volumes of this claim, and the mirror of this name. */
    private void named(ObjectKey claim) {
        indexes.dataVolumesByClaim()
                .with(claim)
                .forEach(volume -> wake.dataVolumes().now(keyOf(volume)));
        if (MirrorClaimName.parse(claim.name()) != null) {
            wake.mirrors().now(claim);
        }
    }

    private void mirror(ObjectKey mirror) {
        wake.mirrors().now(mirror);
        var name = MirrorClaimName.parse(mirror.name());
        if (name != null) {
            var volume = name.volume();
            wake.dataVolumes().soon(new ObjectKey(volume.project(), volume.name()));
            indexes.sharesByVolume().with(volume).forEach(share -> wake.shares().soon(keyOf(share)));
        }
    }

    private static ObjectKey keyOf(DepartmentView department) {
        return new ObjectKey(department.namespace(), department.name());
    }

    private static ObjectKey keyOf(DataVolumeView volume) {
        return new ObjectKey(volume.namespace(), volume.name());
    }

    private static ObjectKey keyOf(ShareView share) {
        return new ObjectKey(share.namespace(), share.name());
    }

    private static DataVolumeId idOf(DataVolumeView volume) {
        return new DataVolumeId(volume.namespace(), volume.name());
    }

    static <P> void each(@Nullable P before, @Nullable P now, Consumer<P> action) {
        if (before != null) {
            action.accept(before);
        }
        if (now != null) {
            action.accept(now);
        }
    }
}
