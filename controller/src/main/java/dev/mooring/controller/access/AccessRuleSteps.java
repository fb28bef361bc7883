package dev.mooring.controller.access;

import dev.mooring.controller.index.BindingView;
import dev.mooring.controller.index.ControllerView;
import dev.mooring.controller.object.Conditions;
import dev.mooring.controller.object.ObjectKey;
import dev.mooring.controller.object.StatusWriter;
import dev.mooring.controller.reconcile.Observed;
import dev.mooring.controller.reconcile.Plan;
import dev.mooring.controller.reconcile.Steps;
import dev.mooring.informers.RoleView;
import dev.mooring.model.AccessRule;
import dev.mooring.model.AccessRuleSpec;
import dev.mooring.model.AccessRuleStatus;
import dev.mooring.model.AccessSubject;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says of each access rule which bindings there are of it. The bindings are made by {@link BindingSteps}. */
public final class AccessRuleSteps
        implements Steps<ObjectKey, AccessRule, AccessRuleFacts, AccessRuleSteps.Nothing, AccessRuleReport> {
    /** What is to be done about a rule itself: there are none of these. */
    enum Nothing {}

    private final KubernetesClient client;
    private final ControllerView view;
    private final Scopes scopes;
    private final BindingFailures failures;
    private final StatusWriter<AccessRuleSpec, AccessRuleStatus, AccessRule> statuses;
    private final InstantSource clock;

    /** Reads by {@code client}; {@code clusterScope} is the namespace of the cluster scope. */
    public AccessRuleSteps(
            KubernetesClient client,
            ControllerView view,
            String clusterScope,
            BindingFailures failures,
            StatusWriter<AccessRuleSpec, AccessRuleStatus, AccessRule> statuses,
            InstantSource clock) {
        this.client = client;
        this.view = view;
        this.failures = failures;
        this.statuses = statuses;
        this.clock = clock;
        scopes = new Scopes(view, clusterScope);
    }

    @Override
    public Optional<Observed<AccessRule, AccessRuleFacts>> observe(ObjectKey key) {
        var rule = client.resources(AccessRule.class)
                .inNamespace(key.namespace())
                .withName(key.name())
                .get();
        return rule == null || rule.isMarkedForDeletion()
                ? Optional.empty()
                : Optional.of(new Observed<>(rule, facts(key.namespace(), rule.getSpec())));
    }

    private AccessRuleFacts facts(String namespace, AccessRuleSpec spec) {
        var reached = scopes.reachedFrom(namespace).toList();
        var subjects = Set.copyOf(spec.subjects());
        return new AccessRuleFacts(
                namespace,
                spec.role(),
                stateOf(spec.role()),
                reached.size(),
                reached.stream()
                        .filter(one -> subjectsOf(spec.role(), one).containsAll(subjects))
                        .toList(),
                scopes.givenFrom(namespace, spec.role())
                        .filter(place -> isMissing(place, subjects))
                        .flatMap(place -> failures.of(place.namespace(), place.given()).stream())
                        .toList());
    }

    /** Whether something may be missing there that the rule gives; what others are refused is none of its business. */
    private boolean isMissing(GivenIn place, Set<AccessSubject> subjects) {
        var given = place.given();
        return given.sort() != Given.Sort.ROLE
                || !subjectsOf(given.name(), place.namespace()).containsAll(subjects);
    }

    private RoleState stateOf(String role) {
        if (view.roles().get(role).filter(RoleView::isRole).isEmpty()) {
            return RoleState.MISSING;
        }
        return view.grants(role) ? RoleState.GIVEN : RoleState.NOT_LISTED;
    }

    private Set<AccessSubject> subjectsOf(String role, String namespace) {
        var given = new Given(Given.Sort.ROLE, role);
        var subjects = new HashSet<AccessSubject>();
        Stream.iterate(1, number -> number + 1)
                .map(number -> view.bindings().get(namespace, given.bindingName(number)))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .filter(binding -> binding.ofClusterRole() && binding.role().equals(role))
                .map(BindingView::subjects)
                .forEach(subjects::addAll);
        return subjects;
    }

    @Override
    public Plan<Nothing, AccessRuleReport> plan(AccessRuleFacts facts) {
        return Plan.of(List.of(), AccessRuleReports.of(facts));
    }

    @Override
    public void carryOut(Nothing action, AccessRule rule) {
        throw new IllegalStateException("a plan for an access rule has no actions");
    }

    @Override
    public void tell(AccessRuleReport report, AccessRule rule) {
        statuses.write(
                rule,
                new AccessRuleStatus(
                        report.bindings(),
                        report.namespaces(),
                        Conditions.of(
                                report.readiness(),
                                rule.getMetadata().getGeneration(),
                                statuses.conditionsOf(rule),
                                clock.instant())));
    }
}
