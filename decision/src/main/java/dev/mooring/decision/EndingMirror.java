package dev.mooring.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * A mirror that is being deleted and still has its name.
 *
 * @param pods the pods that keep it, as text such as {@code a, b and 3 more}; empty where none is known
 * @param finalizers what others put on it, which keeps it whatever pods do
 */
public record EndingMirror(String pods, List<String> finalizers) {
    public EndingMirror {
        finalizers = List.copyOf(finalizers);
    }

    /** Returns what is to happen before the name is free. */
    String remedy() {
        List<String> parts = new ArrayList<>(2);
        if (!pods.isEmpty()) {
            parts.add("when these pods have ended: " + pods);
        }
        if (!finalizers.isEmpty()) {
            parts.add("when these finalizers are off: " + Wording.list(finalizers));
        }
        return parts.isEmpty() ? "when the last pod that mounts it ends" : String.join(", and ", parts);
    }
}
