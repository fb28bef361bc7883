package dev.mooring.controller.access;

import dev.mooring.controller.index.BindingView;
import dev.mooring.controller.index.ControllerView;
import dev.mooring.controller.index.OwnRoleView;
import dev.mooring.controller.index.ReadObject;
import dev.mooring.controller.object.FieldManager;
import dev.mooring.controller.reconcile.Observed;
import dev.mooring.controller.reconcile.Plan;
import dev.mooring.controller.reconcile.Steps;
import dev.mooring.informers.RoleView;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reconciles the bindings of a namespace with the rules that reach it.
 *
 * <p>Works by what the view shows and lists nothing: a list that is to be as new as can be waits in the API server, up to a tenth
 * of a second each, and a rule may reach ten thousand namespaces. What the view shows too late is caught by the API server: a
 * binding is made under a name that nothing else may have, and changed or deleted only in the state that was seen.
 */
public final class BindingSteps implements Steps<String, AccessObjects, AccessFacts, AccessAction, BindingPlan.Untold> {
    private static final int BAD_REQUEST = 400;
    private static final int INTERNAL_ERROR = 500;

    private final ControllerView view;
    private final Scopes scopes;
    private final BindingFailures failures;
    private final BindingWriter writer;

    /** Writes by {@code client}; {@code clusterScope} is the namespace of the cluster scope. */
    public BindingSteps(KubernetesClient client, ControllerView view, String clusterScope, BindingFailures failures) {
        this.view = view;
        this.failures = failures;
        scopes = new Scopes(view, clusterScope);
        writer = new BindingWriter(client);
    }

    @Override
    public Optional<Observed<AccessObjects, AccessFacts>> observe(String namespace) {
        if (!mayBeWritten(namespace)) {
            return nothingToDo(namespace);
        }
        var rules = scopes.rulesFor(namespace);
        return rules.isEmpty() && isClean(namespace) ? nothingToDo(namespace) : Optional.of(observe(namespace, rules));
    }

    private Optional<Observed<AccessObjects, AccessFacts>> nothingToDo(String namespace) {
        failures.settled(namespace);
        return Optional.empty();
    }

    /** In a namespace that is being deleted nothing can be made, and what is there goes anyway. */
    private boolean mayBeWritten(String namespace) {
        return view.namespaces().get(namespace).filter(state -> !state.ending()).isPresent();
    }

    /** Most namespaces of a cluster are nobody's, and not worth a call. */
    private boolean isClean(String namespace) {
        return view.indexes().bindingsByNamespace().with(namespace).isEmpty()
                && view.indexes().ownRolesByNamespace().with(namespace).isEmpty();
    }

    private Observed<AccessObjects, AccessFacts> observe(String namespace, List<RuleFacts> rules) {
        failures.tryAgain(namespace);
        var bindings = byName(view.indexes().bindingsByNamespace().with(namespace), BindingView::name);
        var roles = byName(view.indexes().ownRolesByNamespace().with(namespace), OwnRoleView::name);
        return new Observed<>(
                new AccessObjects(namespace, bindings, roles),
                new AccessFacts(rules, rolesOf(rules), bindings, objectsOf(roles)));
    }

    private Map<String, RoleFacts> rolesOf(List<RuleFacts> rules) {
        return rules.stream()
                .map(RuleFacts::role)
                .distinct()
                .filter(view::grants)
                .flatMap(role -> view.roles().get(role).filter(RoleView::isRole).stream())
                .collect(Collectors.toMap(
                        RoleView::name,
                        role -> new RoleFacts(
                                view.roles().get(RoleView.above(role.name())).isPresent(),
                                role.readsProjects(),
                                role.readsDepartments())));
    }

    private static Map<String, Optional<ReadObject>> objectsOf(Map<String, OwnRoleView> roles) {
        return roles.values().stream()
                .collect(Collectors.toMap(OwnRoleView::name, role -> Optional.ofNullable(role.object())));
    }

    private static <T> Map<String, T> byName(Collection<T> objects, Function<T, String> name) {
        return objects.stream().collect(Collectors.toMap(name, Function.identity()));
    }

    @Override
    public boolean seesItsOwnChanges() {
        return false;
    }

    @Override
    public Plan<AccessAction, BindingPlan.Untold> plan(AccessFacts facts) {
        return BindingPlan.plan(facts);
    }

    /** What cannot be given, to whom or of what ever, keeps nothing else from being given or taken away. */
    @Override
    public Object groupOf(AccessAction action) {
        return action.group();
    }

    @Override
    public void carryOut(AccessAction action, AccessObjects objects) {
        try {
            writer.carryOut(action, objects);
        } catch (KubernetesClientException e) {
            if (isRefusal(e) && action.gives()) {
                failures.refused(action.group(), RefusedBinding.of(action, objects.namespace(), e));
            }
            throw e;
        }
        failures.succeeded(objects.namespace(), action.group());
    }

    /** Whether the API server answered, and would answer the same again. */
    private static boolean isRefusal(KubernetesClientException failure) {
        return failure.getStatus() != null
                && failure.getCode() >= BAD_REQUEST
                && failure.getCode() < INTERNAL_ERROR
                && !FieldManager.isOutdated(failure);
    }

    @Override
    public void tell(BindingPlan.Untold report, AccessObjects objects) {
        failures.settled(objects.namespace());
    }
}
