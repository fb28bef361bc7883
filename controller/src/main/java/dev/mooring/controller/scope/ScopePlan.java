package dev.mooring.controller.scope;

import dev.mooring.controller.index.NamespaceState;
import dev.mooring.controller.object.Readiness;
import dev.mooring.controller.reconcile.Plan;
import dev.mooring.controller.scope.ScopeAction.AddFinalizer;
import dev.mooring.controller.scope.ScopeAction.LabelNamespace;
import dev.mooring.controller.scope.ScopeAction.MakeNamespace;
import dev.mooring.controller.scope.ScopeAction.RemoveFinalizer;
import dev.mooring.decision.StateReason;
import dev.mooring.model.NamespaceIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Decides what becomes of the namespace of a department or project.
 *
 * <p>A namespace is ours to take in three cases only: there is none of the name and there never was one, it is already
 * ours, or its annotation names us, it belongs to nobody else, and no access rule is left in it that would come into force
 * with it.
 */
final class ScopePlan {
    private ScopePlan() {}

    static Plan<ScopeAction, ScopeReport> plan(ScopeFacts facts) {
        if (facts.deleting()) {
            return Plan.of(letGo(facts), report(facts, Readiness.notReady(StateReason.DELETING, "is being deleted")));
        }
        return switch (facts.place()) {
            case Place.Refused refused -> forget(refused.why());
            case Place.Allowed allowed -> place(facts, allowed.identity());
        };
    }

    private static Plan<ScopeAction, ScopeReport> place(ScopeFacts facts, ScopeIdentity identity) {
        var namespace = facts.namespace();
        if (namespace == null) {
            return facts.noted() == null ? make(facts, identity) : refuse(facts, ScopeObjections.gone(facts, identity));
        }
        if (namespace.ending()) {
            return refuse(facts, ScopeObjections.ending(facts));
        }
        if (facts.belongsToOther()) {
            return refuse(facts, ScopeObjections.taken(facts, identity));
        }
        if (isOurs(facts, namespace)) {
            return take(facts, identity, namespace);
        }
        if (identity.adoptValue().equals(namespace.adopt())) {
            return facts.rules().isEmpty()
                    ? take(facts, identity, namespace)
                    : refuse(facts, ScopeObjections.rulesRemain(facts));
        }
        return refuse(
                facts,
                facts.noted() == null
                        ? ScopeObjections.notAdopted(facts, identity)
                        : ScopeObjections.replaced(facts, identity));
    }

    /** A namespace that bears our UID but that no status names was made by us just before a crash. */
    private static boolean isOurs(ScopeFacts facts, NamespaceState namespace) {
        var noted = facts.noted();
        return noted == null
                ? facts.uid().equals(namespace.holder())
                : noted.uid().equals(namespace.uid());
    }

    private static Plan<ScopeAction, ScopeReport> make(ScopeFacts facts, ScopeIdentity identity) {
        var actions = heldFirst(facts);
        actions.add(new MakeNamespace(facts.wanted(), identity.labels(facts.uid())));
        return Plan.of(actions, report(facts, Readiness.notReady(StateReason.CREATING, "its namespace is being made")));
    }

    private static Plan<ScopeAction, ScopeReport> take(
            ScopeFacts facts, ScopeIdentity identity, NamespaceState namespace) {
        var actions = heldFirst(facts);
        var labels = identity.labels(facts.uid());
        if (!labels.equals(namespace.labels())) {
            actions.add(new LabelNamespace(labels));
        }
        return Plan.of(
                actions,
                new ScopeReport(
                        new NamespaceIdentity(facts.wanted(), namespace.uid()),
                        Readiness.ready(StateReason.NAMESPACE_READY, "namespace \"" + facts.wanted() + "\" is ready")));
    }

    private static List<ScopeAction> heldFirst(ScopeFacts facts) {
        var actions = new ArrayList<ScopeAction>();
        if (!facts.held()) {
            actions.add(new AddFinalizer());
        }
        return actions;
    }

    private static List<ScopeAction> letGo(ScopeFacts facts) {
        if (!facts.held()) {
            return List.of();
        }
        var actions = new ArrayList<ScopeAction>();
        var namespace = facts.namespace();
        if (namespace != null
                && isOurs(facts, namespace)
                && !facts.belongsToOther()
                && !namespace.labels().isEmpty()) {
            actions.add(new LabelNamespace(Map.of()));
        }
        actions.add(new RemoveFinalizer());
        return actions;
    }

    private static Plan<ScopeAction, ScopeReport> refuse(ScopeFacts facts, Readiness why) {
        return Plan.of(List.of(), report(facts, why));
    }

    /** A scope that may not be one gives up its identity, and with it all that was shared; its namespace still knows it. */
    private static Plan<ScopeAction, ScopeReport> forget(Readiness why) {
        return Plan.of(List.of(), new ScopeReport(null, why));
    }

    private static ScopeReport report(ScopeFacts facts, Readiness readiness) {
        return new ScopeReport(facts.noted(), readiness);
    }
}
