package dev.mooring.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Pods at the real API server. */
@WithCluster
@TestInstance(Lifecycle.PER_CLASS)
class PodAdmissionIT {
    private final TestCluster cluster;
    private final KubernetesClient admin;
    private final Installation installation;
    private final Attempt attempt;
    private final World world;
    private final String vision;
    private final String robotics;

    PodAdmissionIT(TestCluster cluster) {
        this.cluster = cluster;
        admin = cluster.client();
        installation = Installation.on(cluster);
        attempt = new Attempt(admin);
        world = new World(admin, installation.controller());
        vision = world.project("vision");
        robotics = world.project("robotics");
    }

    @BeforeAll
    void share() {
        world.dataVolume(vision, "imagenet");
        world.dataVolume(vision, "laion");
        world.dataVolume(vision, "private");
        world.share(vision, "imagenet", robotics);
        world.share(vision, "laion", robotics);
        attempt.allowed(Pods.asking(robotics, "first", "imagenet, laion").build());
    }

    @AfterAll
    void close() {
        installation.close();
    }

    @Test
    void mountsWhatAnAnnotationAsksForReadOnlyEverywhere() {
        Pod pod = attempt.created(Pods.asking(robotics, "annotated", "imagenet, %s/laion:/mnt/laion".formatted(vision))
                .editSpec()
                .addToInitContainers(Pods.container("init"))
                .addToContainers(Pods.container("second"))
                .endSpec()
                .build());

        assertThat(Pods.claims(pod)).isEqualTo(Map.of(mirror("imagenet"), true, mirror("laion"), true));
        assertThat(Stream.concat(pod.getSpec().getInitContainers().stream(), pod.getSpec().getContainers().stream()))
                .hasSize(3)
                .allSatisfy(container -> assertThat(container.getVolumeMounts())
                        .filteredOn(mount -> mount.getName().startsWith("dv-"))
                        .extracting(
                                VolumeMount::getMountPath, VolumeMount::getReadOnly, VolumeMount::getRecursiveReadOnly)
                        .containsExactly(
                                tuple("/data/imagenet", true, "IfPossible"), tuple("/mnt/laion", true, "IfPossible")));
    }

    @Test
    void makesAClaimThatIsTypedByHandReadOnly() {
        Pod pod = attempt.created(
                Pods.claiming(robotics, "by-hand", mirror("imagenet")).build());

        assertThat(Pods.claims(pod)).isEqualTo(Map.of(mirror("imagenet"), true));
        assertThat(pod.getSpec().getContainers().getFirst().getVolumeMounts())
                .filteredOn(mount -> mount.getName().equals("data"))
                .extracting(VolumeMount::getReadOnly)
                .containsExactly(true);
    }

    @Test
    void takesAPodWhoseNameIsGenerated() {
        Pod pod = Pods.asking(robotics, "", "imagenet")
                .editMetadata()
                .withName(null)
                .withGenerateName("generated-")
                .endMetadata()
                .build();

        assertThat(Pods.claims(attempt.created(pod))).containsKey(mirror("imagenet"));
    }

    @Test
    void changesNothingOfAPodThatHasEverythingAlready() {
        Pod first = attempt.allowed(Pods.asking(robotics, "twice", "imagenet").build());
        Pod second = attempt.allowed(Pods.asking(robotics, "twice", "imagenet")
                .withSpec(first.getSpec())
                .build());

        assertThat(second.getSpec()).isEqualTo(first.getSpec());
    }

    @Test
    void answersADryRunAndLeavesNothingBehind() {
        Pod pod = attempt.allowed(Pods.asking(robotics, "dry", "imagenet").build());

        assertThat(Pods.claims(pod)).containsKey(mirror("imagenet"));
        assertThat(admin.pods().inNamespace(robotics).withName("dry").get()).isNull();
    }

    @Test
    void refusesWhatIsNotSharedAndSaysWhatIs() {
        var refusal = attempt.refused(
                Pods.asking(robotics, "refused", vision + "/private").build(),
                "\"" + vision + "/private\"",
                vision + "/imagenet",
                vision + "/laion");

        assertThat(refusal.getCode()).isEqualTo(403);
    }

    @Test
    void saysTheSameOfWhatIsNotSharedAndOfWhatDoesNotExist() {
        var unshared = attempt.refused(
                Pods.asking(robotics, "refused", vision + "/private").build(), "private");
        var unknown = attempt.refused(
                Pods.asking(robotics, "refused", vision + "/nothing").build(), "nothing");

        assertThat(unknown.getMessage().replace("nothing", "private")).isEqualTo(unshared.getMessage());
    }

    @Test
    void refusesAClaimTypedByHandInAProjectWithoutAShare() {
        String other = world.project("audio");

        attempt.refused(Pods.claiming(other, "by-hand", mirror("imagenet")).build(), vision + "/imagenet", other);
    }

    @Test
    void refusesEveryConsumerOutsideProjects() {
        String nowhere = world.namespace("nowhere");

        attempt.refused(Pods.asking(nowhere, "pod", vision + "/imagenet").build(), nowhere);
        attempt.refused(Pods.claiming(nowhere, "pod", mirror("imagenet")).build(), nowhere);
    }

    @Test
    void refusesTheNextPodOnceAShareIsGone() {
        String other = world.project("audio");
        var share = world.share(vision, "imagenet", other);
        attempt.allowed(Pods.asking(other, "pod", "imagenet").build());

        world.unshare(share);

        attempt.refused(Pods.asking(other, "pod", vision + "/imagenet").build(), vision + "/imagenet", other);
    }

    @Test
    void refusesTheNextPodFromTheInstantAtWhichTheShareEnds() {
        String other = world.project("brief");
        var end = Instant.now().plusSeconds(4);
        world.shareUntil(vision, "laion", other, end.toString());
        attempt.allowed(Pods.asking(other, "pod", "laion").build());
        assertThat(Instant.now()).isBefore(end);
        await().until(() -> !Instant.now().isBefore(end));

        assertThatThrownBy(() -> admin.resource(
                                Pods.asking(other, "pod", vision + "/laion").build())
                        .dryRun(true)
                        .create())
                .hasMessageContaining("is not shared with this project");
    }

    @Test
    void namesThePodsAndFinalizersThatKeepAMirrorFromGoing() {
        String other = world.project("renewed");
        world.share(vision, "laion", other);
        world.endingMirror(other, mirror("laion"), "train-1, train-2");

        attempt.refused(
                Pods.asking(other, "next", "laion").build(),
                "create this again when these pods have ended: train-1, train-2",
                "when these finalizers are off: example.com/backup");
        attempt.refused(Pods.claiming(other, "next", mirror("laion")).build(), "train-1, train-2");
    }

    @Test
    void tellsTheAuditLogWhatWasDecidedAndWhy() {
        var mark = cluster.auditLog().mark();
        attempt.refused(Pods.asking(robotics, "audited", vision + "/private").build(), "private");
        attempt.created(Pods.asking(robotics, "audited", "imagenet").build());

        await().untilAsserted(() -> assertThat(cluster.auditLog().since(mark))
                .flatExtracting(event -> event.annotations().entrySet())
                .contains(
                        Map.entry("pods.mooring.dev/decision", "deny"),
                        Map.entry("pods.mooring.dev/reason", "NotShared"),
                        Map.entry("pods.mooring.dev/mutation", "patch"),
                        Map.entry("pods.mooring.dev/decision", "allow"),
                        Map.entry("pods.mooring.dev/data-volumes", vision + "/imagenet:ro")));
    }

    @Test
    void namesTheColumnOfAReferenceThatCannotBeRead() {
        attempt.refused(Pods.asking(robotics, "bad", "imagenet, !").build(), "column 11");
    }

    @Test
    void refusesAnEmptyItem() {
        attempt.refused(Pods.asking(robotics, "bad", "imagenet,,laion").build(), "column 10");
    }

    @Test
    void refusesSixtyFiveReferences() {
        String references = String.join(
                ",", IntStream.range(0, 65).mapToObj(i -> "imagenet:/mnt/" + i).toList());

        attempt.refused(Pods.asking(robotics, "bad", references).build(), "64");
    }

    @Test
    void takesSixtyFourReferences() {
        String references = String.join(
                ",", IntStream.range(0, 64).mapToObj(i -> "imagenet:/mnt/" + i).toList());

        Pod pod = attempt.allowed(Pods.asking(robotics, "many", references).build());

        assertThat(pod.getSpec().getContainers().getFirst().getVolumeMounts())
                .filteredOn(mount -> mount.getMountPath().startsWith("/mnt/"))
                .hasSize(64);
    }

    @Test
    void namesBothCandidatesOfABareName() {
        String other = world.project("audio");
        world.dataVolume(other, "imagenet");
        String reader = world.project("reader");
        world.share(vision, "imagenet", reader);
        world.share(other, "imagenet", reader);

        attempt.refused(Pods.asking(reader, "bad", "imagenet").build(), vision + "/imagenet", other + "/imagenet");
    }

    @Test
    void refusesAPathThatSomethingElseIsMountedAt() {
        Pod pod = Pods.asking(robotics, "bad", "imagenet:/mnt/data/deeper")
                .editSpec()
                .addNewVolume()
                .withName("scratch")
                .withNewEmptyDir()
                .endEmptyDir()
                .endVolume()
                .editFirstContainer()
                .addNewVolumeMount()
                .withName("scratch")
                .withMountPath("/mnt/data")
                .endVolumeMount()
                .endContainer()
                .endSpec()
                .build();

        attempt.refused(pod, "/mnt/data/deeper", "\"/mnt/data\"");
    }

    @Test
    void refusesAMirrorNameInTheOriginProjectAndNamesTheClaim() {
        attempt.refused(Pods.claiming(vision, "bad", mirror("imagenet")).build(), "imagenet-claim");
    }

    @Test
    void mountsTheOriginClaimItselfInTheOriginProject() {
        Pod pod = attempt.allowed(Pods.asking(vision, "own", "imagenet").build());

        assertThat(Pods.claims(pod)).isEqualTo(Map.of("imagenet-claim", true));
    }

    @Test
    void refusesWritingThroughAReadOnlyShare() {
        attempt.refused(Pods.asking(robotics, "bad", "imagenet:rw").build(), "imagenet", "read");
    }

    @Test
    void answersForAPodWithTenThousandVolumes() {
        List<Volume> volumes = IntStream.range(0, 10_000)
                .mapToObj(i -> new VolumeBuilder()
                        .withName("v" + i)
                        .withNewEmptyDir()
                        .endEmptyDir()
                        .build())
                .toList();
        Pod pod = Pods.asking(robotics, "huge", "imagenet")
                .editSpec()
                .withVolumes(volumes)
                .endSpec()
                .build();

        assertThat(Pods.claims(attempt.allowed(pod))).isEqualTo(Map.of(mirror("imagenet"), true));
    }

    @Test
    void judgesEphemeralContainersOfARunningPod() {
        Pod pod = attempt.created(Pods.asking(robotics, "running", "imagenet").build());
        String volume = Pods.mirrorVolume(pod);

        assertThat(EphemeralContainers.add(admin, pod, "writer", volume, false)).contains("readOnly");
        assertThat(EphemeralContainers.add(admin, pod, "reader", volume, true)).isEmpty();
    }

    @Test
    void letsAKeptPodBeLookedIntoOnceTheShareIsGone() {
        String other = world.project("kept");
        var share = world.share(vision, "imagenet", other);
        Pod pod = attempt.created(Pods.asking(other, "kept", "imagenet").build());
        String volume = Pods.mirrorVolume(pod);
        assertThat(EphemeralContainers.add(admin, pod, "reader", volume, true)).isEmpty();

        world.unshare(share);
        attempt.refused(Pods.asking(other, "next", vision + "/imagenet").build(), vision + "/imagenet", other);

        assertThat(EphemeralContainers.add(admin, pod, "debug", null, false)).isEmpty();
        assertThat(EphemeralContainers.add(admin, pod, "late", volume, true)).contains("not shared");
    }

    @Test
    void neverHearsOfAPodThatAsksForNothing() {
        try (DirectCall direct = installation.direct()) {
            attempt.allowed(Pods.asking(robotics, "counted", "imagenet").build());
            double before = direct.answers();
            Pod pod = attempt.created(Pods.plain(robotics, "plain").build());
            admin.pods()
                    .inNamespace(robotics)
                    .withName("plain")
                    .edit(found -> found.edit()
                            .editMetadata()
                            .addToLabels("colour", "blue")
                            .endMetadata()
                            .build());
            EphemeralContainers.add(admin, pod, "debug", null, false);

            assertThat(direct.answers()).isEqualTo(before);

            attempt.allowed(Pods.asking(robotics, "counted", "imagenet").build());
            assertThat(direct.answers()).isEqualTo(before + 2);
        }
    }

    private String mirror(String dataVolume) {
        return "dv." + vision + "." + dataVolume;
    }
}
