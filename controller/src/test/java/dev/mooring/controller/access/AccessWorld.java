package dev.mooring.controller.access;

import dev.mooring.controller.index.BindingView;
import dev.mooring.model.AccessSubject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A namespace with its bindings and Roles, in which plans are carried out without an API server. */
record AccessWorld(AccessFacts facts) {
    static final String NAMESPACE = "department-research";

    /** Returns the namespace after these changes. */
    AccessWorld after(List<AccessAction> actions) {
        var world = this;
        for (var action : actions) {
            world = world.after(action);
        }
        return world;
    }

    /** Returns the namespace when nothing is left to do. */
    AccessWorld settled() {
        return after(BindingPlan.plan(facts).actions());
    }

    /** Returns who has {@code role} here, be it a Role or a ClusterRole. */
    Set<AccessSubject> having(String role) {
        return facts.bindings().values().stream()
                .filter(binding -> binding.role().equals(role))
                .flatMap(binding -> binding.subjects().stream())
                .collect(Collectors.toSet());
    }

    private AccessWorld after(AccessAction action) {
        var bindings = new HashMap<>(facts.bindings());
        var objects = new HashMap<>(facts.objects());
        switch (action) {
            case AccessAction.MakeRole make -> made(objects, make.name(), Optional.of(make.object()));
            case AccessAction.SetRole set -> changed(objects, set.name(), Optional.of(set.object()));
            case AccessAction.MakeBinding make -> made(bindings, make.name(), viewOf(make));
            case AccessAction.SetSubjects set ->
                changed(bindings, set.name(), with(Objects.requireNonNull(bindings.get(set.name())), set.subjects()));
            case AccessAction.DeleteBinding delete -> gone(bindings, delete.name());
            case AccessAction.DeleteRole delete -> gone(objects, delete.name());
        }
        return new AccessWorld(new AccessFacts(facts.rules(), facts.roles(), bindings, objects));
    }

    private static BindingView viewOf(AccessAction.MakeBinding make) {
        return new BindingView(
                NAMESPACE,
                make.name(),
                make.given().roleName(),
                make.given().object().isEmpty(),
                make.subjects(),
                "1");
    }

    private static BindingView with(BindingView binding, Set<AccessSubject> subjects) {
        return new BindingView(
                binding.namespace(), binding.name(), binding.role(), binding.ofClusterRole(), subjects, "2");
    }

    private static <T> void made(Map<String, T> objects, String name, T object) {
        if (objects.putIfAbsent(name, object) != null) {
            throw new AssertionError(name + " is there already");
        }
    }

    private static <T> void changed(Map<String, T> objects, String name, T object) {
        if (objects.replace(name, object) == null) {
            throw new AssertionError(name + " is not there");
        }
    }

    private static void gone(Map<String, ?> objects, String name) {
        if (objects.remove(name) == null) {
            throw new AssertionError(name + " is not there");
        }
    }
}
