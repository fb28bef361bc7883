package dev.mooring.controller.object;

import dev.mooring.decision.ShareFacts;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** The mark on our objects by which the controller is heard before they are gone. */
public final class Finalizer {
    /** The finalizer of every kind of ours that leaves something to undo. */
    public static final String NAME = ShareFacts.FINALIZER;

    private Finalizer() {}

    /** Returns whether {@code object} carries the finalizer. */
    public static boolean isOn(HasMetadata object) {
        return object.hasFinalizer(NAME);
    }
}
