package dev.mooring.decision;

import dev.mooring.decision.ContainerFacts.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a user should know about what is let through: annotations that do nothing, and containers that get nothing. */
final class Warnings {
    private static final int MOST_WARNINGS = 5;
    private static final int LONGEST_KEY = 40;
    private static final int LONGEST_VOLUME = 30;
    private static final List<String> KNOWN = List.of(
            "mooring.dev/data-volumes",
            "mooring.dev/containers",
            "mooring.dev/environment",
            "mooring.dev/compute-resource",
            "mooring.dev/data-sources");

    private Warnings() {}

    /** Returns the first few warnings about a pod whose references are resolved, each under 120 characters. */
    static List<String> of(Asked asked) {
        List<String> all = new ArrayList<>(of(asked.pod()));
        int left = MOST_WARNINGS;
        for (Want want : asked.wants()) {
            if (left > 0 && leavesContainersOut(want, asked.pod())) {
                left--;
                all.add(shortened(want.id().toString(), LONGEST_VOLUME)
                        + " is mounted by hand; other containers lack it: name them in mooring.dev/containers");
            }
        }
        return all;
    }

    /** Whether the pod brought a volume and a mount of its own, which kept Mooring from adding mounts. */
    private static boolean leavesContainersOut(Want want, PodFacts pod) {
        return want.held() != null
                && pod.requests().containers() == null
                && !want.volumeName().equals(VolumeNames.of(want.claim()))
                && want.containers().size() < mountable(pod);
    }

    private static int mountable(PodFacts pod) {
        int mountable = 0;
        for (ContainerFacts container : pod.containers()) {
            if (container.kind() != Kind.EPHEMERAL) {
                mountable++;
            }
        }
        return mountable;
    }

    /** Returns a warning for each annotation that a workload has and its pods, which need it, do not; the old ones excepted. */
    static List<String> ofMisplaced(WorkloadFacts workload, @Nullable WorkloadFacts old) {
        return KNOWN.stream()
                .filter(workload.own()::has)
                .filter(key -> !workload.template().requests().has(key))
                .filter(key -> old == null || !old.own().has(key))
                .map(key -> "annotation " + key + " does nothing here: it belongs in the metadata of the pod template")
                .toList();
    }

    /** Returns the first few warnings about the annotations of a pod, each under 120 characters. */
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
                .map(key ->
                        "annotation " + shortened(key, LONGEST_KEY) + " is unknown; did you mean " + nearest(key) + "?")
                .toList();
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private static String nearest(String key) {
        String nearest = KNOWN.getFirst();
        int least = Integer.MAX_VALUE;
        for (String known : KNOWN) {
            int distance = EditDistance.between(shortened(key, LONGEST_KEY), known);
            if (distance < least) {
                least = distance;
                nearest = known;
            }
        }
        return nearest;
    }
}
