package dev.mooring.webhook;

import dev.mooring.decision.EndingMirror;
import dev.mooring.decision.Grants;
import dev.mooring.decision.HeldStorage;
import dev.mooring.decision.ShareFacts.DataVolumeTarget;
import dev.mooring.decision.ShareFacts.ScopeFacts;
import dev.mooring.decision.ShareFacts.Target;
import dev.mooring.informers.ClusterView;
import dev.mooring.informers.ProjectView;
import dev.mooring.model.ScopeKind;
import java.util.List;
import java.util.Map;

/** What the informers know. */
record ViewFacts(ClusterView view) implements ClusterFacts {
    private static final Target UNKNOWN = new Target.Unknown();

    @Override
    public List<String> notReady() {
        return view.notReady();
    }

    @Override
    public Grants grantsOf(String namespace) {
        return view.grantsOf(namespace);
    }

    @Override
    public List<String> projects() {
        return view.projects().all().stream().map(ProjectView::name).distinct().toList();
    }

    @Override
    public Map<String, EndingMirror> endingMirrors(String namespace) {
        return view.endingMirrors(namespace);
    }

    @Override
    public HeldStorage heldStorage() {
        return view.heldStorage();
    }

    @Override
    public Target target(ScopeFacts scope) {
        String kind = scope.kind() == null ? "" : scope.kind();
        return switch (kind) {
            case "Project" -> named(ScopeKind.PROJECT, scope);
            case "Department" -> named(ScopeKind.DEPARTMENT, scope);
            case "Cluster" -> view.scope(ScopeKind.CLUSTER, null);
            default -> UNKNOWN;
        };
    }

    @Override
    public DataVolumeTarget dataVolume(String namespace, String name) {
        return view.dataVolume(namespace, name);
    }

    private Target named(ScopeKind kind, ScopeFacts scope) {
        return scope.name() == null ? UNKNOWN : view.scope(kind, scope.name());
    }
}
