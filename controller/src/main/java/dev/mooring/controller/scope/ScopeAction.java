package dev.mooring.controller.scope;

import java.util.Map;

/** One change that brings a department or project nearer to what it should be. */
sealed interface ScopeAction {
    /** Asks to be heard before the object is gone; comes before everything that must be undone. */
    record AddFinalizer() implements ScopeAction {}

    /** Makes the namespace, with its labels from the first moment. */
    record MakeNamespace(String name, Map<String, String> labels) implements ScopeAction {}

    /** Gives the namespace that was observed exactly these labels of those that say whose it is. */
    record LabelNamespace(Map<String, String> labels) implements ScopeAction {}

    /** Lets the object go. */
    record RemoveFinalizer() implements ScopeAction {}
}
