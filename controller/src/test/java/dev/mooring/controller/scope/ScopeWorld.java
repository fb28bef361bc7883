package dev.mooring.controller.scope;

import dev.mooring.controller.index.NamespaceState;
import dev.mooring.model.NamespaceIdentity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A department or project with its namespace in memory, as far as a plan can change them. */
record ScopeWorld(ScopeFacts facts, boolean gone) {
    private static final int ENOUGH_ROUNDS = 5;

    /** Returns the world after rounds until nothing is left to do, and after the status was written. */
    ScopeWorld settled() {
        var world = this;
        for (int round = 0; round < ENOUGH_ROUNDS && !world.gone; round++) {
            var actions = ScopePlan.plan(world.facts).actions();
            if (actions.isEmpty()) {
                return world.told();
            }
            world = world.after(actions);
        }
        if (!world.gone) {
            throw new AssertionError("does not settle: " + world);
        }
        return world;
    }

    ScopeWorld told() {
        return new ScopeWorld(with(facts.held(), ScopePlan.plan(facts).report().namespace(), facts.namespace()), gone);
    }

    ScopeWorld after(List<ScopeAction> actions) {
        var world = this;
        for (var action : actions) {
            world = world.after(action);
        }
        return world;
    }

    private ScopeWorld after(ScopeAction action) {
        var namespace = facts.namespace();
        return switch (action) {
            case ScopeAction.AddFinalizer ignored -> new ScopeWorld(with(true, facts.noted(), namespace), false);
            case ScopeAction.RemoveFinalizer ignored -> new ScopeWorld(with(false, facts.noted(), namespace), true);
            case ScopeAction.MakeNamespace make -> {
                if (namespace != null) {
                    throw new AssertionError("made twice: " + make.name());
                }
                yield new ScopeWorld(
                        with(facts.held(), facts.noted(), new NamespaceState("made", false, make.labels(), null)),
                        false);
            }
            case ScopeAction.LabelNamespace label -> {
                if (namespace == null) {
                    throw new AssertionError("labelled what is not there");
                }
                yield new ScopeWorld(
                        with(
                                facts.held(),
                                facts.noted(),
                                new NamespaceState(
                                        namespace.uid(), namespace.ending(), label.labels(), namespace.adopt())),
                        false);
            }
        };
    }

    private ScopeFacts with(boolean held, @Nullable NamespaceIdentity noted, @Nullable NamespaceState namespace) {
        return new ScopeFacts(
                facts.uid(),
                facts.deleting(),
                held,
                facts.place(),
                facts.wanted(),
                noted,
                namespace,
                facts.belongsToOther(),
                facts.rules());
    }
}
