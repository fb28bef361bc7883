package dev.mooring.controller.share;

import dev.mooring.controller.index.ControllerView;
import dev.mooring.controller.index.DataVolumeUse;
import dev.mooring.controller.index.Indexes;
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
    private final DataVolumeUse use;

    Reaches(ControllerView view) {
        this.view = view;
        use = new DataVolumeUse(view);
    }

    /** Returns how far {@code share} goes at present; the origin project does not count. */
    Reach of(ShareView share) {
        var projects = projects(share)
                .map(ProjectView::name)
                .filter(project -> !project.equals(share.namespace()))
                .filter(view.cluster()::isProject)
                .collect(Collectors.toUnmodifiableSet());
        return new Reach(projects.size(), mirrors(share, projects), consumers(share, projects));
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

    private int mirrors(ShareView share, Set<String> projects) {
        var uid = share.dataVolumeUid();
        return uid == null
                ? 0
                : (int) use.mirrors(Indexes.volumeOf(share), uid)
                        .filter(claim -> projects.contains(claim.namespace()))
                        .count();
    }

    private int consumers(ShareView share, Set<String> projects) {
        var uid = share.dataVolumeUid();
        return uid == null
                ? 0
                : use.used(Indexes.volumeOf(share), uid)
                        .filter(mirror -> projects.contains(mirror.namespace()))
                        .mapToInt(view.indexes().consumers()::of)
                        .sum();
    }
}
