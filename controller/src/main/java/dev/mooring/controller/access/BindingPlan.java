package dev.mooring.controller.access;

import dev.mooring.controller.index.BindingView;
import dev.mooring.controller.index.ReadObject;
import dev.mooring.controller.reconcile.Plan;
import dev.mooring.model.AccessSubject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * Decides which bindings and Roles of ours a namespace is to have. What is given comes first and what is taken away last, so
 * that who moves from one binding to another has the right at all times; of a binding nothing is to be missed but its Role.
 */
final class BindingPlan {
    /** Nobody is told of a namespace: the status of the rules says what there is. */
    record Untold() {}

    private static final Set<AccessSubject> NOBODY = Set.of();

    private final AccessFacts facts;
    private final Set<String> bindings = new HashSet<>();
    private final Set<String> roles = new HashSet<>();
    private final List<AccessAction> actions = new ArrayList<>();

    private BindingPlan(AccessFacts facts) {
        this.facts = facts;
    }

    static Plan<AccessAction, Untold> plan(AccessFacts facts) {
        var plan = new BindingPlan(facts);
        Wanted.of(facts.rules(), facts.roles()).forEach(plan::give);
        plan.takeAway();
        return Plan.of(plan.actions, new Untold());
    }

    private void give(Given given, SortedSet<AccessSubject> subjects) {
        given.object().ifPresent(object -> giveRole(given.roleName(), object));
        var shards = Shards.of(subjects, present(given));
        for (int i = 0; i < shards.size(); i++) {
            giveBinding(given, i + 1, shards.get(i));
        }
    }

    private void giveRole(String name, ReadObject object) {
        roles.add(name);
        var present = facts.objects().get(name);
        if (present == null) {
            actions.add(new AccessAction.MakeRole(name, object));
        } else if (!present.equals(Optional.of(object))) {
            actions.add(new AccessAction.SetRole(name, object));
        }
    }

    private void giveBinding(Given given, int number, SortedSet<AccessSubject> subjects) {
        var name = given.bindingName(number);
        bindings.add(name);
        var present = facts.bindings().get(name);
        if (present == null) {
            actions.add(new AccessAction.MakeBinding(given, number, subjects));
        } else if (!gives(present, given)) {
            // What a binding gives cannot be changed.
            actions.add(new AccessAction.DeleteBinding(name));
            actions.add(new AccessAction.MakeBinding(given, number, subjects));
        } else if (!present.subjects().equals(subjects)) {
            actions.add(new AccessAction.SetSubjects(name, subjects));
        }
    }

    /** The subjects of the bindings that are there and give the right thing, by their numbers. */
    private List<Set<AccessSubject>> present(Given given) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> Optional.ofNullable(facts.bindings().get(given.bindingName(number))))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .map(binding -> gives(binding, given) ? binding.subjects() : NOBODY)
                .toList();
    }

    private static boolean gives(BindingView binding, Given given) {
        return binding.role().equals(given.roleName())
                && binding.ofClusterRole() == given.object().isEmpty();
    }

    private void takeAway() {
        facts.bindings().keySet().stream()
                .filter(name -> !bindings.contains(name))
                .sorted()
                .forEach(name -> actions.add(new AccessAction.DeleteBinding(name)));
        facts.objects().keySet().stream()
                .filter(name -> !roles.contains(name))
                .sorted()
                .forEach(name -> actions.add(new AccessAction.DeleteRole(name)));
    }
}
