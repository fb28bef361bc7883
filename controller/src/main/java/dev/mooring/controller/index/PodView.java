package dev.mooring.controller.index;

import dev.mooring.decision.MirrorClaimName;
import dev.mooring.informers.Times;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a pod that uses mirrors.
 *
 * @param namespace its project
 * @param name its name
 * @param uid its identity
 * @param placedAt since when it has a node, and so keeps the claims that it mounts from going; null if it has none
 * @param grace how long it asks to be given when it is deleted
 * @param endsWithin how long its deletion gives it, if it is being deleted, else null
 * @param mirrors the names of the mirror claims that it mounts, each once
 */
public record PodView(
        String namespace,
        String name,
        String uid,
        @Nullable Instant placedAt,
        Duration grace,
        @Nullable Duration endsWithin,
        List<String> mirrors) {
    private static final Duration USUAL_GRACE = Duration.ofSeconds(30);
    private static final Set<String> FINISHED = Set.of("Succeeded", "Failed");

    public PodView {
        mirrors = List.copyOf(mirrors);
    }

    /** Returns what is kept of {@code pod}: null if it names no mirror, or has finished and so needs none. */
    public static @Nullable PodView of(Pod pod) {
        var mirrors = mirrors(pod);
        return mirrors.isEmpty() || isFinished(pod)
                ? null
                : new PodView(
                        pod.getMetadata().getNamespace(),
                        pod.getMetadata().getName(),
                        pod.getMetadata().getUid(),
                        hasNode(pod) ? placedAt(pod) : null,
                        grace(pod),
                        endsWithin(pod),
                        mirrors);
    }

    /** Returns whether it has a node. */
    public boolean placed() {
        return placedAt != null;
    }

    private static List<String> mirrors(Pod pod) {
        return pod.getSpec().getVolumes().stream()
                .map(Volume::getPersistentVolumeClaim)
                .filter(Objects::nonNull)
                .map(PersistentVolumeClaimVolumeSource::getClaimName)
                .filter(name -> MirrorClaimName.parse(name) != null)
                .distinct()
                .map(String::intern)
                .toList();
    }

    private static boolean hasNode(Pod pod) {
        var node = pod.getSpec().getNodeName();
        return node != null && !node.isEmpty();
    }

    /** The API server notes when a pod is bound; a pod that brought its node has had it from the start. */
    private static Instant placedAt(Pod pod) {
        var made = Optional.ofNullable(Times.read(pod.getMetadata().getCreationTimestamp()))
                .orElse(Instant.EPOCH);
        return pod.getStatus() == null
                ? made
                : pod.getStatus().getConditions().stream()
                        .filter(condition -> "PodScheduled".equals(condition.getType()))
                        .filter(condition -> "True".equals(condition.getStatus()))
                        .map(condition -> Times.read(condition.getLastTransitionTime()))
                        .filter(Objects::nonNull)
                        .reduce(made, (one, other) -> other.isAfter(one) ? other : one);
    }

    private static Duration grace(Pod pod) {
        var seconds = pod.getSpec().getTerminationGracePeriodSeconds();
        return seconds == null ? USUAL_GRACE : Duration.ofSeconds(seconds);
    }

    private static @Nullable Duration endsWithin(Pod pod) {
        var seconds = pod.getMetadata().getDeletionGracePeriodSeconds();
        return pod.isMarkedForDeletion() ? Duration.ofSeconds(seconds == null ? 0 : seconds) : null;
    }

    private static boolean isFinished(Pod pod) {
        return pod.getStatus() != null && FINISHED.contains(pod.getStatus().getPhase());
    }
}
