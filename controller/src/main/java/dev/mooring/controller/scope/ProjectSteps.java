package dev.mooring.controller.scope;

import dev.mooring.controller.index.ControllerView;
import dev.mooring.controller.index.NamespaceState;
import dev.mooring.controller.object.Conditions;
import dev.mooring.controller.object.Finalizer;
import dev.mooring.controller.object.ObjectKey;
import dev.mooring.controller.object.Readiness;
import dev.mooring.controller.object.StatusWriter;
import dev.mooring.controller.reconcile.Observed;
import dev.mooring.controller.reconcile.Plan;
import dev.mooring.controller.reconcile.Steps;
import dev.mooring.decision.ShareFacts.Target;
import dev.mooring.decision.StateReason;
import dev.mooring.informers.DepartmentView;
import dev.mooring.model.Project;
import dev.mooring.model.ProjectSpec;
import dev.mooring.model.ProjectStatus;
import dev.mooring.model.ScopeKind;
import dev.mooring.model.ScopeNames;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;
import java.util.Optional;

/** Reconciles projects, which live in their department's namespace. */
public final class ProjectSteps
        implements Steps<ObjectKey, ScopeObjects<Project>, ScopeFacts, ScopeAction, ScopeReport> {
    private final KubernetesClient client;
    private final ControllerView view;
    private final ScopeNames names;
    private final StatusWriter<ProjectSpec, ProjectStatus, Project> statuses;
    private final InstantSource clock;
    private final NamespaceOwners owners;
    private final ScopeWriter writer;

    /** Reconciles by {@code client}; {@code names} says which namespaces are never taken. */
    public ProjectSteps(
            KubernetesClient client,
            ControllerView view,
            ScopeNames names,
            StatusWriter<ProjectSpec, ProjectStatus, Project> statuses,
            InstantSource clock) {
        this.client = client;
        this.view = view;
        this.names = names;
        this.statuses = statuses;
        this.clock = clock;
        owners = new NamespaceOwners(view);
        writer = new ScopeWriter(client);
    }

    @Override
    public Optional<Observed<ScopeObjects<Project>, ScopeFacts>> observe(ObjectKey key) {
        var project = client.resources(Project.class)
                .inNamespace(key.namespace())
                .withName(key.name())
                .get();
        return project == null ? Optional.empty() : Optional.of(observe(project));
    }

    private Observed<ScopeObjects<Project>, ScopeFacts> observe(Project project) {
        var name = project.getMetadata().getName();
        var namespace = client.namespaces().withName(name).get();
        var state = namespace == null ? null : NamespaceState.of(namespace);
        var uid = project.getMetadata().getUid();
        var status = project.getStatus();
        return new Observed<>(
                new ScopeObjects<>(project, namespace),
                new ScopeFacts(
                        uid,
                        project.isMarkedForDeletion(),
                        Finalizer.isOn(project),
                        place(project),
                        name,
                        status == null ? null : status.namespace(),
                        state,
                        state != null && owners.belongsToOther(uid, name, state),
                        owners.rulesIn(name)));
    }

    private Place place(Project project) {
        var name = project.getMetadata().getName();
        var home = project.getMetadata().getNamespace();
        return names.objectionToProject(name)
                .<Place>map(why -> new Place.Refused(Readiness.notReady(StateReason.NAME_REFUSED, why)))
                .orElseGet(() -> view.indexes().departmentsByNamespace().with(home).stream()
                        .findFirst()
                        .map(department -> placeIn(department, name))
                        .orElseGet(() -> new Place.Refused(Readiness.notReady(
                                StateReason.NOT_IN_A_DEPARTMENT,
                                "namespace \"" + home + "\" is no department's; make projects in one that is"))));
    }

    private Place placeIn(DepartmentView department, String name) {
        return view.cluster().scope(ScopeKind.DEPARTMENT, department.name()) instanceof Target.Found
                ? new Place.Allowed(new ScopeIdentity(department.name(), name))
                : new Place.Refused(Readiness.notReady(
                        StateReason.DEPARTMENT_NOT_READY, "department \"" + department.name() + "\" is not ready"));
    }

    @Override
    public Plan<ScopeAction, ScopeReport> plan(ScopeFacts facts) {
        return ScopePlan.plan(facts);
    }

    @Override
    public void carryOut(ScopeAction action, ScopeObjects<Project> objects) {
        writer.carryOut(action, objects);
    }

    @Override
    public void tell(ScopeReport report, ScopeObjects<Project> objects) {
        var project = objects.self();
        statuses.write(
                project,
                new ProjectStatus(
                        report.namespace(),
                        Conditions.of(
                                report.readiness(),
                                project.getMetadata().getGeneration(),
                                statuses.conditionsOf(project),
                                clock.instant())));
    }
}
