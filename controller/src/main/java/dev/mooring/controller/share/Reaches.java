package dev.mooring.controller.share;

import dev.mooring.controller.index.ControllerView;
import dev.mooring.controller.index.Indexes;
import dev.mooring.controller.object.ObjectKey;
import dev.mooring.decision.AccessMode;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.MirrorClaimName;
import dev.mooring.decision.ShareFacts.Target;
import dev.mooring.informers.DepartmentView;
import dev.mooring.informers.ProjectView;
import dev.mooring.informers.ShareView;
import dev.mooring.model.ScopeKind;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out whom shares reach. */
final class Reaches {
    private final ControllerView view;

    Reaches(ControllerView view) {
        this.view = view;
    }

    /** Returns how far {@code share} goes at present; the origin project does not count. */
    Reach of(ShareView share) {
        var projects = projects(share)
                .map(ProjectView::name)
                .filter(project -> !project.equals(share.namespace()))
                .filter(view.cluster()::isProject)
                .collect(Collectors.toUnmodifiableSet());
        var volume = Indexes.volumeOf(share);
        return new Reach(projects.size(), mirrors(volume, projects), consumers(volume, projects));
    }

    private Stream<ProjectView> projects(ShareView share) {
        var uid = share.scope().uid();
        return switch (share.scope().kind()) {
            case PROJECT -> view.indexes().projectsByNamespaceUid().with(uid).stream();
            case DEPARTMENT -> departments(uid).flatMap(this::projects);
            case CLUSTER -> isCluster(uid) ? view.cluster().projects().all().stream() : Stream.of();
        };
    }

    private Stream<DepartmentView> departments(String uid) {
        return view.cluster().departments().all().stream()
                .filter(department ->
                        department.scope() != null && department.scope().uid().equals(uid));
    }

    private Stream<ProjectView> projects(DepartmentView department) {
        var scope = department.scope();
        return scope == null ? Stream.of() : view.indexes().projectsByDepartment().with(scope.name()).stream();
    }

    private boolean isCluster(String uid) {
        return view.cluster().scope(ScopeKind.CLUSTER, null) instanceof Target.Found found
                && found.uid().equals(uid);
    }

    private int mirrors(DataVolumeId volume, Set<String> projects) {
        return (int) view.indexes().mirrorsByVolume().with(volume).stream()
                .filter(claim -> projects.contains(claim.namespace()))
                .count();
    }

    private int consumers(DataVolumeId volume, Set<String> projects) {
        return projects.stream()
                .flatMap(project -> Stream.of(AccessMode.values())
                        .map(access -> new ObjectKey(project, MirrorClaimName.of(access, volume))))
                .mapToInt(view.indexes().consumers()::of)
                .sum();
    }
}
