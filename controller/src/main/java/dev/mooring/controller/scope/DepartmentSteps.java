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
import dev.mooring.decision.StateReason;
import dev.mooring.model.Department;
import dev.mooring.model.DepartmentSpec;
import dev.mooring.model.DepartmentStatus;
import dev.mooring.model.ScopeNames;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;
import java.util.Optional;

/** Reconciles departments, which live in the cluster scope's namespace. */
public final class DepartmentSteps
        implements Steps<ObjectKey, ScopeObjects<Department>, ScopeFacts, ScopeAction, ScopeReport> {
    private final KubernetesClient client;
    private final ControllerView view;
    private final ScopeNames names;
    private final String clusterScopeNamespace;
    private final StatusWriter<DepartmentSpec, DepartmentStatus, Department> statuses;
    private final InstantSource clock;
    private final NamespaceOwners owners;
    private final ScopeWriter writer;

    /** Reconciles by {@code client}; {@code names} says which namespaces are never taken. */
    public DepartmentSteps(
            KubernetesClient client,
            ControllerView view,
            ScopeNames names,
            String clusterScopeNamespace,
            StatusWriter<DepartmentSpec, DepartmentStatus, Department> statuses,
            InstantSource clock) {
        this.client = client;
        this.view = view;
        this.names = names;
        this.clusterScopeNamespace = clusterScopeNamespace;
        this.statuses = statuses;
        this.clock = clock;
        owners = new NamespaceOwners(view);
        writer = new ScopeWriter(client);
    }

    @Override
    public Optional<Observed<ScopeObjects<Department>, ScopeFacts>> observe(ObjectKey key) {
        var department = client.resources(Department.class)
                .inNamespace(key.namespace())
                .withName(key.name())
                .get();
        return department == null ? Optional.empty() : Optional.of(observe(department));
    }

    private Observed<ScopeObjects<Department>, ScopeFacts> observe(Department department) {
        var wanted = ScopeNames.namespaceOf(department);
        var namespace = client.namespaces().withName(wanted).get();
        var state = namespace == null ? null : NamespaceState.of(namespace);
        var uid = department.getMetadata().getUid();
        var status = department.getStatus();
        return new Observed<>(
                new ScopeObjects<>(department, namespace),
                new ScopeFacts(
                        uid,
                        department.isMarkedForDeletion(),
                        Finalizer.isOn(department),
                        place(department, wanted),
                        wanted,
                        status == null ? null : status.namespace(),
                        state,
                        state != null && owners.belongsToOther(uid, wanted, state),
                        owners.rulesIn(wanted)));
    }

    private Place place(Department department, String wanted) {
        if (!department.getMetadata().getNamespace().equals(clusterScopeNamespace)) {
            return new Place.Refused(Readiness.notReady(
                    StateReason.NOT_IN_CLUSTER_SCOPE,
                    "departments are made in the namespace \"" + clusterScopeNamespace + "\" only"));
        }
        return names.objectionToNamespace(wanted)
                .<Place>map(why -> new Place.Refused(Readiness.notReady(StateReason.NAMESPACE_REFUSED, why)))
                .orElseGet(() -> new Place.Allowed(
                        new ScopeIdentity(department.getMetadata().getName(), null)));
    }

    @Override
    public Plan<ScopeAction, ScopeReport> plan(ScopeFacts facts) {
        return ScopePlan.plan(facts);
    }

    @Override
    public void carryOut(ScopeAction action, ScopeObjects<Department> objects) {
        writer.carryOut(action, objects);
    }

    @Override
    public void tell(ScopeReport report, ScopeObjects<Department> objects) {
        var department = objects.self();
        var namespace = report.namespace();
        var projects = namespace == null ? 0 : projects(namespace.name());
        statuses.write(
                department,
                new DepartmentStatus(
                        namespace,
                        projects,
                        Conditions.of(
                                report.readiness(),
                                department.getMetadata().getGeneration(),
                                statuses.conditionsOf(department),
                                clock.instant())));
    }

    /** Counts the projects that have a namespace; those that were refused one have not. */
    private int projects(String namespace) {
        return (int) view.indexes().projectsByDepartment().with(namespace).stream()
                .filter(project -> project.namespaceUid() != null)
                .count();
    }
}
