package dev.mooring.launcher.attack;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Copies of a mirror, which could be written and would outlive the share. */
@Attack(line = 9)
@WithAndWithoutProcesses
class Line09CopiesIT {
    private final Site site;
    private final Scene scene;

    Line09CopiesIT(Processes processes, Site site) {
        this.site = site;
        scene = site.scene();
        site.installSnapshots();
        site.put(processes);
    }

    @Test
    void aCloneByDataSourceIsRefused(Attempt attempt) {
        var claim = Claims.plain(scene.robotics(), "copy")
                .withSpec(Claims.copying(scene.mirrorName()))
                .build();

        attempt.refused(
                "mooring-copies",
                "CopyOfMirror",
                () -> scene.rosa().resource(claim).create(),
                scene.mirrorName());
    }

    @Test
    void aCloneByDataSourceRefIsRefused(Attempt attempt) {
        var claim = Claims.plain(scene.robotics(), "copy")
                .withSpec(Claims.copyingByReference(scene.mirrorName()))
                .build();

        attempt.refused(
                "mooring-copies",
                "CopyOfMirror",
                () -> scene.rosa().resource(claim).create());
    }

    @Test
    void aCloneFromAnotherNamespaceIsRefused(Attempt attempt) {
        var claim = Claims.plain(scene.ads(), "copy")
                .withSpec(Claims.spec()
                        .withDataSourceRef(Claims.reference(scene.mirrorName())
                                .withNamespace(scene.robotics())
                                .build())
                        .build())
                .build();

        attempt.refused(
                "mooring-copies",
                "CopyOfMirror",
                () -> scene.adam().resource(claim).create());
    }

    @Test
    void aSnapshotOfAMirrorIsRefused(Attempt attempt) {
        var snapshot = snapshot(scene.robotics(), Map.of("persistentVolumeClaimName", scene.mirrorName()));

        attempt.refusedByRbac(() -> scene.rosa().resource(snapshot).create());
        attempt.refused(
                "mooring-snapshots",
                "CopyOfMirror",
                () -> snapshots().resource(snapshot).create());
    }

    @Test
    void aSnapshotOfAGroupThatMightHoldMirrorsIsRefused(Attempt attempt) {
        var snapshot = new GenericKubernetesResourceBuilder()
                .withApiVersion("groupsnapshot.storage.k8s.io/v1beta1")
                .withKind("VolumeGroupSnapshot")
                .withMetadata(World.meta(scene.robotics(), "all"))
                .addToAdditionalProperties(
                        "spec", Map.of("source", Map.of("selector", Map.of("matchLabels", Map.of("mine", "true")))))
                .build();

        attempt.refusedByRbac(() -> scene.rosa().resource(snapshot).create());
        attempt.refused(
                "mooring-group-snapshots",
                "CopyOfMirror",
                () -> snapshots().resource(snapshot).create());
    }

    @Test
    void snapshotContentWithTheHandleIsForAdministratorsOnly(Attempt attempt) {
        var content = new GenericKubernetesResourceBuilder()
                .withApiVersion("snapshot.storage.k8s.io/v1")
                .withKind("VolumeSnapshotContent")
                .withNewMetadata()
                .withName("stolen")
                .endMetadata()
                .addToAdditionalProperties("spec", Map.of("source", Map.of("volumeHandle", "the-handle")))
                .build();

        for (var person : List.of(scene.rosa(), scene.adam(), scene.vera())) {
            attempt.refusedByRbac(() -> person.resource(content).create());
        }
    }

    /** Somebody who may take snapshots in robotics. */
    private KubernetesClient snapshots() {
        return site.world().person(scene.robotics(), "snapshots");
    }

    private static GenericKubernetesResource snapshot(String namespace, Map<String, Object> source) {
        return new GenericKubernetesResourceBuilder()
                .withApiVersion("snapshot.storage.k8s.io/v1")
                .withKind("VolumeSnapshot")
                .withMetadata(World.meta(namespace, "copy"))
                .addToAdditionalProperties("spec", Map.of("source", source))
                .build();
    }
}
