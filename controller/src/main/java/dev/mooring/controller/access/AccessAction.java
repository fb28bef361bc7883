package dev.mooring.controller.access;

import dev.mooring.model.AccessSubject;
import java.util.SortedSet;

/** One change of the bindings and Roles in a namespace. */
sealed interface AccessAction {
    /** Makes the Role by which an object can be read. */
    record MakeRole(String name, ReadObject object) implements AccessAction {}

    /** Makes a Role say what it must. */
    record SetRole(String name, ReadObject object) implements AccessAction {}

    /** Makes the binding with this number. */
    record MakeBinding(Given given, int number, SortedSet<AccessSubject> subjects) implements AccessAction {}

    /** Makes a binding name these subjects and no others. */
    record SetSubjects(String name, SortedSet<AccessSubject> subjects) implements AccessAction {}

    /** Deletes a binding. */
    record DeleteBinding(String name) implements AccessAction {}

    /** Deletes a Role. */
    record DeleteRole(String name) implements AccessAction {}
}
