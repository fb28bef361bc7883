package dev.mooring.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a user should know about a pod that is let through: annotations that look like ours and do nothing. */
final class Warnings {
    private static final int MOST_WARNINGS = 5;
    private static final int LONGEST_KEY = 40;
    private static final List<String> KNOWN = List.of(
            "mooring.dev/data-volumes",
            "mooring.dev/containers",
            "mooring.dev/environment",
            "mooring.dev/compute-resource",
            "mooring.dev/data-sources");

    private Warnings() {}

    /** Returns the first few warnings, each under 120 characters. */
    static List<String> of(PodFacts pod) {
        Requests requests = pod.requests();
        List<String> unknown = ofUnknown(requests.otherKeys());
        if (requests.containers() == null || requests.dataVolumes() != null) {
            return unknown;
        }
        List<String> all = new ArrayList<>(unknown);
        all.add("annotation mooring.dev/containers does nothing without mooring.dev/data-volumes");
        return all;
    }

    private static List<String> ofUnknown(Set<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return keys.stream()
                .filter(key -> !KNOWN.contains(key))
                .sorted()
                .limit(MOST_WARNINGS)
                .map(key -> "annotation " + shortened(key) + " is unknown; did you mean " + nearest(key) + "?")
                .toList();
    }

    private static String shortened(String key) {
        return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY - 1) + "…";
    }

    private static String nearest(String key) {
        String nearest = KNOWN.getFirst();
        int least = Integer.MAX_VALUE;
        for (String known : KNOWN) {
            int distance = EditDistance.between(shortened(key), known);
            if (distance < least) {
                least = distance;
                nearest = known;
            }
        }
        return nearest;
    }
}
