package dev.mooring.controller.access;

import dev.mooring.controller.index.BindingView;
import dev.mooring.controller.index.ReadObject;
import dev.mooring.informers.RoleView;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What RoleBindings of one namespace give. Each has one binding, or several where there are many subjects.
 *
 * @param sort what it is
 * @param name the role, or the project or department
 */
record Given(Sort sort, String name) implements Comparable<Given> {
    private static final Comparator<Given> ORDER =
            Comparator.comparing(Given::sort).thenComparing(Given::name);

    /** The name of a binding that is not the first: {@code mooring:role:viewer:2}. */
    private static final Pattern LATER_BINDING = Pattern.compile("^(mooring:[^:]+:[^:]+):[0-9]+$");

    /** The kinds of things that are given. */
    enum Sort {
        /** A role, in this namespace. */
        ROLE("role"),
        /** What a role that is held below reads here. */
        ABOVE("above"),
        /** The object of one project. */
        PROJECT("project"),
        /** The object of one department. */
        DEPARTMENT("department");

        private final String word;

        Sort(String word) {
            this.word = word;
        }
    }

    /** Returns the name of the first binding of what the binding called {@code name} gives. */
    static String firstBinding(String name) {
        return LATER_BINDING.matcher(name).replaceFirst("$1");
    }

    /** Returns the name of the binding with this number, the first of which is one. */
    String bindingName(int number) {
        var first = BindingView.PREFIX + sort.word + ":" + name;
        return number == 1 ? first : first + ":" + number;
    }

    /** Returns the name of the ClusterRole, or of the Role if {@link #object} has one. */
    String roleName() {
        return switch (sort) {
            case ROLE -> name;
            case ABOVE -> RoleView.above(name);
            case PROJECT, DEPARTMENT -> bindingName(1);
        };
    }

    /** Returns the one object that is given to read, as its resource and name; empty for what a ClusterRole says. */
    Optional<ReadObject> object() {
        return switch (sort) {
            case ROLE, ABOVE -> Optional.empty();
            case PROJECT -> Optional.of(new ReadObject("projects", name));
            case DEPARTMENT -> Optional.of(new ReadObject("departments", name));
        };
    }

    @Override
    public int compareTo(Given other) {
        return ORDER.compare(this, other);
    }
}
