package dev.mooring.controller.access;

import dev.mooring.controller.index.ReadObject;
import dev.mooring.model.AccessSubject;
import java.util.SortedSet;

/** One change of the bindings and Roles in a namespace. */
sealed interface AccessAction {
    /** Returns the name of the RoleBinding or Role that it is about. */
    String name();

    /** Returns the name that all bindings of one thing that is given, and its Role, have in common. */
    default String group() {
        return Given.firstBinding(name());
    }

    /** Returns the kind of what it is about. */
    default String kind() {
        return switch (this) {
            case MakeRole ignored -> "Role";
            case SetRole ignored -> "Role";
            case DeleteRole ignored -> "Role";
            case MakeBinding ignored -> "RoleBinding";
            case SetSubjects ignored -> "RoleBinding";
            case DeleteBinding ignored -> "RoleBinding";
        };
    }

    /** Returns whether it gives anything; else it only takes away. */
    default boolean gives() {
        return !(this instanceof DeleteBinding || this instanceof DeleteRole);
    }

    /** Makes the Role by which an object can be read. */
    record MakeRole(String name, ReadObject object) implements AccessAction {}

    /** Makes a Role say what it must. */
    record SetRole(String name, ReadObject object) implements AccessAction {}

    /** Makes the binding with this number. */
    record MakeBinding(Given given, int number, SortedSet<AccessSubject> subjects) implements AccessAction {
        @Override
        public String name() {
            return given.bindingName(number);
        }
    }

    /** Makes a binding name these subjects and no others. */
    record SetSubjects(String name, SortedSet<AccessSubject> subjects) implements AccessAction {}

    /** Deletes a binding. */
    record DeleteBinding(String name) implements AccessAction {}

    /** Deletes a Role. */
    record DeleteRole(String name) implements AccessAction {}
}
