package dev.mooring.controller;

import dev.mooring.model.Access;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.ScopeKind;
import dev.mooring.testcluster.TestCluster;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Grants that end, with a deadline of six seconds. Each test has projects of its own, whose names begin as the department's does. */
abstract class RevokingIT extends InstalledIT {
    static final Duration DEADLINE = Duration.ofSeconds(6);

    RevokingIT(TestCluster cluster, String department) {
        super(cluster, department, Map.of("MOORING_EVICTION_DEADLINE", DEADLINE.toSeconds() + "s"));
    }

    DataVolume origin(String about) {
        var volume = mooring.readyDataVolume(department, department + "-" + about + "-origin");
        mooring.readyProject(department, department + "-" + about + "-user");
        return volume;
    }

    DataVolume volume(String about) {
        return admin.resources(DataVolume.class)
                .inNamespace(department + "-" + about + "-origin")
                .withName("imagenet")
                .get();
    }

    DataVolumeShare sharedByEvicting(String about) {
        var user = department + "-" + about + "-user";
        return mooring.shareThatEvicts(origin(about), ScopeKind.PROJECT, user, user, Access.READ_ONLY);
    }

    String mirrorOf(String about) {
        return "dv." + department + "-" + about + "-origin.imagenet";
    }

    Pod running(String namespace, String name, String claim) {
        return running(Unmade.pod(namespace, name, claim, node));
    }

    /** Makes a pod that runs, as far as its status says, and waits until its mirror is bound. */
    Pod running(Pod unmade) {
        var pod = mooring.make(unmade);
        var claim = pod.getSpec().getVolumes().getFirst().getPersistentVolumeClaim();
        mooring.boundMirror(pod.getMetadata().getNamespace(), claim.getClaimName());
        return admin.resource(pod).subresource("status").patch(PatchContext.of(PatchType.JSON_MERGE), """
                        {"status": {"phase": "Running", "conditions": [{"type": "Ready", "status": "True"}]}}""");
    }

    void awaitRevoked(String about) {
        mooring.eventually(() -> {
            var claim = mooring.findClaim(department + "-" + about + "-user", mirrorOf(about));
            var since =
                    claim == null ? null : claim.getMetadata().getAnnotations().get("mooring.dev/revoked-at");
            return since != null && isSecondsAgo(Instant.parse(since));
        });
    }

    /** Whether what is bound now is bound in a later second, which is all that Kubernetes notes. */
    static boolean isSecondsAgo(Instant end) {
        return end.plusSeconds(1).isBefore(Instant.now());
    }

    void awaitEvent(String namespace, HasMetadata about, String reason) {
        mooring.eventually(() -> told(namespace, reason).stream()
                .anyMatch(event ->
                        about.getMetadata().getUid().equals(event.getRegarding().getUid())));
    }

    List<Event> told(String namespace, String reason) {
        return admin.events().v1().events().inNamespace(namespace).list().getItems().stream()
                .filter(event -> reason.equals(event.getReason()))
                .toList();
    }

    boolean isEnding(Pod pod) {
        return mooring.isGone(pod) || mooring.fresh(pod).isMarkedForDeletion();
    }
}
