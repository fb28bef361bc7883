package dev.mooring.controller.index;

import dev.mooring.decision.MirrorClaimName;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a pod that uses mirrors.
 *
 * @param namespace its project
 * @param name its name
 * @param uid its identity
 * @param placed whether it has a node, and so keeps the claims that it mounts from going
 * @param mirrors the names of the mirror claims that it mounts, each once
 */
public record PodView(String namespace, String name, String uid, boolean placed, List<String> mirrors) {
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
                        hasNode(pod),
                        mirrors);
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

    private static boolean isFinished(Pod pod) {
        return pod.getStatus() != null && FINISHED.contains(pod.getStatus().getPhase());
    }
}
