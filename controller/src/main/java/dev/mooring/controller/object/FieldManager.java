package dev.mooring.controller.object;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Set;

/** Who we are to the API server, and how it says that somebody else was faster. */
public final class FieldManager {
    /** The field manager of all our writes. */
    public static final String NAME = "mooring-controller";

    private static final Set<Integer> OUTDATED = Set.of(404, 409);

    private FieldManager() {}

    /** Returns whether {@code failure} means that the object changed, came or went since it was read. */
    public static boolean isOutdated(RuntimeException failure) {
        return failure instanceof KubernetesClientException refused && OUTDATED.contains(refused.getCode());
    }
}
