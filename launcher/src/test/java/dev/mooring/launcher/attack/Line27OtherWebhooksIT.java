package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.mooring.model.Access;
import io.fabric8.kubernetes.api.model.PodBuilder;
import org.junit.jupiter.api.Test;

/** Other webhooks that undo what ours did, and requests that are repeated or only tried. */
@Attack(line = 27)
class Line27OtherWebhooksIT {
    private final Site site;
    private final Scene scene;

    Line27OtherWebhooksIT(Site site) {
        this.site = site;
        scene = site.scene();
    }

    @Test
    void readOnlyThatIsTakenAwayOnceIsPutBack(Attempt attempt) {
        try (var thief = loose("Never", Line27OtherWebhooksIT::makeWritable)) {
            attempt.hasNoEffect("our webhook is asked again and makes the volume read-only again", () -> {
                var made =
                        scene.rosa().resource(thief.meets(pod())).dryRun(true).create();
                assertThat(Thief.robbed(made)).isTrue();
                assertThat(Pods.volumeOf(made, scene.mirrorName())
                                .getPersistentVolumeClaim()
                                .getReadOnly())
                        .isTrue();
            });
        }
    }

    @Test
    void readOnlyThatIsTakenAwayAgainAndAgainIsRefused(Attempt attempt) {
        try (var thief = loose("IfNeeded", Line27OtherWebhooksIT::makeWritable)) {
            attempt.refused(
                    "mooring-read-only-mounts",
                    "NotReadOnly",
                    () -> scene.rosa().resource(thief.meets(pod())).create());
        }
    }

    @Test
    void readOnlyThatIsTakenAwayIsRefusedWhileNobodyAnswers(Attempt attempt) {
        var pod = Pods.claiming(scene.robotics(), "victim", scene.mirrorName())
                .editSpec()
                .withVolumes(Pods.volume("data", scene.mirrorName(), true))
                .endSpec();
        site.put(Processes.DOWN);

        try (var thief = loose("Never", Line27OtherWebhooksIT::makeWritable)) {
            attempt.refused(
                    "mooring-read-only-mounts",
                    "NotReadOnly",
                    () -> scene.rosa().resource(thief.meets(pod)).create());
        }
    }

    @Test
    void aMountThatIsMadeWritableIsRefused(Attempt attempt) {
        try (var thief = loose("IfNeeded", Line27OtherWebhooksIT::makeMountWritable)) {
            attempt.refused(
                    "pods.mooring.dev",
                    "NotReadOnly",
                    () -> scene.rosa().resource(thief.meets(pod())).create());
        }
    }

    @Test
    void aMountThatIsTakenAwayIsRefused(Attempt attempt) {
        try (var thief = loose("IfNeeded", Line27OtherWebhooksIT::unmount)) {
            attempt.refused(
                    "pods.mooring.dev",
                    "NotMounted",
                    () -> scene.rosa().resource(thief.meets(pod())).create());
        }
    }

    @Test
    void aReferenceThatIsExchangedAfterUsIsRefused(Attempt attempt) {
        try (var thief = loose("IfNeeded", this::exchange)) {
            attempt.refused(
                    "pods.mooring.dev",
                    "NotShared",
                    () -> scene.rosa().resource(thief.meets(pod())).create());
        }
    }

    @Test
    void aDryRunMakesNoMirror(Attempt attempt) {
        String reader = site.world().project(scene.department(), "dry");
        site.world().share(scene.vision(), Scene.IMAGENET, reader, Access.READ_ONLY);
        site.world()
                .awaitAllowed(Pods.asking(reader, "reader", scene.reference()).build());

        attempt.staysWithoutEffect(
                "no claim is made",
                () -> assertThat(site.admin()
                                .persistentVolumeClaims()
                                .inNamespace(reader)
                                .list()
                                .getItems())
                        .isEmpty());
    }

    @Test
    void theSameRequestTwiceIsTheSamePod(Attempt attempt) {
        var pod = Pods.asking(scene.robotics(), "twice", scene.reference()).build();
        var once = scene.rosa().resource(pod).dryRun(true).create();
        var again = once.edit()
                .editMetadata()
                .withUid(null)
                .withResourceVersion(null)
                .withCreationTimestamp(null)
                .withManagedFields()
                .endMetadata()
                .build();

        attempt.hasNoEffect("nothing is added a second time", () -> {
            var twice = scene.rosa().resource(again).dryRun(true).create();
            assertThat(twice.getSpec()).isEqualTo(once.getSpec());
        });
    }

    private Thief loose(String reinvocation, Thief.Habit habit) {
        return Thief.loose(site.admin(), reinvocation, scene.robotics(), habit);
    }

    private PodBuilder pod() {
        return Pods.asking(scene.robotics(), "victim", scene.reference());
    }

    private void exchange(JsonNode pod, ArrayNode patch) {
        if (pod.path("metadata").path("annotations").has(Pods.DATA_VOLUMES)) {
            Thief.operation(
                    patch,
                    "replace",
                    "/metadata/annotations/mooring.dev~1data-volumes",
                    "\"" + scene.vision() + "/private\"");
        }
    }

    private static void makeWritable(JsonNode pod, ArrayNode patch) {
        var volumes = pod.path("spec").path("volumes");
        for (int i = 0; i < volumes.size(); i++) {
            if (volumes.get(i).path("persistentVolumeClaim").path("readOnly").asBoolean()) {
                Thief.operation(patch, "replace", "/spec/volumes/" + i + "/persistentVolumeClaim/readOnly", "false");
            }
        }
    }

    private static void makeMountWritable(JsonNode pod, ArrayNode patch) {
        int mount = ourMount(pod);
        if (mount >= 0) {
            Thief.operation(patch, "replace", "/spec/containers/0/volumeMounts/" + mount, """
                    {"name": "%s", "mountPath": "/data/imagenet", "readOnly": false}
                    """.formatted(
                            mounts(pod).get(mount).path("name").asText()));
        }
    }

    private static void unmount(JsonNode pod, ArrayNode patch) {
        int mount = ourMount(pod);
        if (mount >= 0) {
            Thief.operation(patch, "remove", "/spec/containers/0/volumeMounts/" + mount, "null");
        }
    }

    private static int ourMount(JsonNode pod) {
        for (int i = 0; i < mounts(pod).size(); i++) {
            if (mounts(pod).get(i).path("mountPath").asText().equals("/data/imagenet")) {
                return i;
            }
        }
        return -1;
    }

    private static JsonNode mounts(JsonNode pod) {
        return pod.path("spec").path("containers").path(0).path("volumeMounts");
    }
}
