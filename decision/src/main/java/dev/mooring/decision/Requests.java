package dev.mooring.decision;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a pod's annotations ask of Mooring.
 *
 * @param dataVolumes the value of {@code mooring.dev/data-volumes}, if there is one
 * @param containers the value of {@code mooring.dev/containers}, if there is one
 * @param otherKeys every other annotation key that begins {@code mooring.dev/}, in full
 */
public record Requests(
        @Nullable String dataVolumes, @Nullable String containers, Set<String> otherKeys) {
    /** No annotation of ours. */
    public static final Requests NONE = new Requests(null, null, Set.of());

    public Requests {
        otherKeys = Set.copyOf(otherKeys);
    }

    /** Returns whether there is an annotation of this key, which begins {@code mooring.dev/}. */
    boolean has(String key) {
        return switch (key) {
            case "mooring.dev/data-volumes" -> dataVolumes != null;
            case "mooring.dev/containers" -> containers != null;
            default -> otherKeys.contains(key);
        };
    }
}
