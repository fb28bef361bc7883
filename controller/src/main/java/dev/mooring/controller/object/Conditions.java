package dev.mooring.controller.object;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/** Writes conditions as Kubernetes wants them. */
public final class Conditions {
    private Conditions() {}

    /**
     * Returns the conditions that say {@code readiness} about {@code generation}.
     *
     * @param before the conditions until now; {@code lastTransitionTime} is kept while the status stays the same
     */
    public static List<Condition> of(Readiness readiness, long generation, List<Condition> before, Instant now) {
        return List.of(of(Readiness.TYPE, readiness, generation, before, now));
    }

    /** Returns the condition of this type that says {@code readiness}, as {@link #of(Readiness, long, List, Instant)} does. */
    public static Condition of(String type, Readiness readiness, long generation, List<Condition> before, Instant now) {
        var since = before.stream()
                .filter(condition -> type.equals(condition.getType()))
                .filter(condition -> readiness.status().equals(condition.getStatus()))
                .map(Condition::getLastTransitionTime)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).toString());
        return new ConditionBuilder()
                .withType(type)
                .withStatus(readiness.status())
                .withReason(readiness.reason().label())
                .withMessage(readiness.message())
                .withObservedGeneration(generation)
                .withLastTransitionTime(since)
                .build();
    }

    /** Returns whether status or reason differ, which is what an Event is worth. */
    static boolean isNews(List<Condition> before, List<Condition> now) {
        return !digests(before).equals(digests(now));
    }

    private static List<List<String>> digests(List<Condition> conditions) {
        return conditions.stream()
                .map(condition -> List.of(condition.getType(), condition.getStatus(), condition.getReason()))
                .toList();
    }
}
