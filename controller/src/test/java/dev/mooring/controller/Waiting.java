package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mooring.model.AccessRule;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.Department;
import dev.mooring.model.Project;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Looks at what is on the cluster, and waits for it. */
interface Waiting {
    /** How long anything may take. */
    Duration PATIENCE = Duration.ofSeconds(30);

    /** Returns a client that may do everything. */
    KubernetesClient admin();

    default void eventually(BooleanSupplier fact) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(fact::getAsBoolean);
    }

    /** Waits as long as something that must not happen would take to happen. */
    default void always(BooleanSupplier fact) {
        await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(fact::getAsBoolean);
    }

    default void awaitReason(HasMetadata object, String reason) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var ready = ready(object);
            assertThat(ready == null ? "nothing" : ready.getReason()).isEqualTo(reason);
        });
    }

    /** Returns the condition Ready of {@code object}, or null if there is none yet. */
    default @Nullable Condition ready(HasMetadata object) {
        var now = admin().resource(object).get();
        var conditions = switch (now) {
            case null -> null;
            case Department department ->
                department.getStatus() == null ? null : department.getStatus().conditions();
            case Project project ->
                project.getStatus() == null ? null : project.getStatus().conditions();
            case DataVolume volume ->
                volume.getStatus() == null ? null : volume.getStatus().conditions();
            case DataVolumeShare share ->
                share.getStatus() == null ? null : share.getStatus().conditions();
            case AccessRule rule ->
                rule.getStatus() == null ? null : rule.getStatus().conditions();
            default -> throw new IllegalArgumentException(now.getKind());
        };
        return conditions == null || conditions.isEmpty() ? null : conditions.getFirst();
    }

    /** Returns how many projects it reaches, mirrors and consumers {@code share} says there are; nothing if it says nothing yet. */
    default List<Integer> counts(DataVolumeShare share) {
        var status = fresh(share).getStatus();
        return status == null ? List.of() : List.of(status.projects(), status.mirrors(), status.consumers());
    }

    /** Returns how many shares, mirrors and consumers {@code volume} says there are; nothing if it says nothing yet. */
    default List<Integer> counts(DataVolume volume) {
        var status = fresh(volume).getStatus();
        return status == null ? List.of() : List.of(status.shares(), status.mirrors(), status.consumers());
    }

    default <R extends HasMetadata> R fresh(R object) {
        return admin().resource(object).get();
    }

    default boolean isGone(HasMetadata object) {
        var now = admin().resource(object).get();
        return now == null
                || !now.getMetadata().getUid().equals(object.getMetadata().getUid());
    }

    default List<String> finalizersOf(HasMetadata object) {
        return fresh(object).getMetadata().getFinalizers();
    }
}
