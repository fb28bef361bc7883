package dev.mooring.controller.backend;

import dev.mooring.controller.backend.SameHandle.Staging;
import java.util.Set;

/** Which handle the mirrors of a driver have that an administrator vouches for. */
public enum HandleRule {
    /** The driver finds the storage by the handle, and two volumes may have the same one. */
    SAME_HANDLE("same-handle"),
    /** The driver finds the storage by the attributes, and the handle is but a name. */
    SUFFIX_HANDLE("suffix-handle");

    private final String spelling;

    HandleRule(String spelling) {
        this.spelling = spelling;
    }

    /** Returns the rule as settings spell it. */
    public String spelling() {
        return spelling;
    }

    MirrorStrategy strategy() {
        return switch (this) {
            case SAME_HANDLE -> new SameHandle(Staging.SHARED);
            case SUFFIX_HANDLE -> new OwnHandle(MountOptions.MOUNT, Set.of());
        };
    }
}
