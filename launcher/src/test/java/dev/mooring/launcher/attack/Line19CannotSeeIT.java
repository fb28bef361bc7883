package dev.mooring.launcher.attack;

import static org.awaitility.Awaitility.await;

import dev.mooring.model.Access;
import dev.mooring.model.ScopeKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Mooring does not answer, or does not see. */
@Attack(line = 19)
class Line19CannotSeeIT {
    private final Site site;
    private final Scene scene;

    Line19CannotSeeIT(Site site) {
        this.site = site;
        scene = site.scene();
    }

    @Test
    void nobodyAnswersAboutPods(Attempt attempt) {
        var pod = Pods.asking(scene.robotics(), "unjudged", scene.reference()).build();
        site.put(Processes.DOWN);

        attempt.refusedUnjudged(
                "pods.mooring.dev", () -> scene.rosa().resource(pod).create());
    }

    @Test
    void nobodyAnswersAboutEphemeralContainers(Attempt attempt) {
        var running = site.admin()
                .pods()
                .inNamespace(scene.robotics())
                .withName("reader")
                .get();
        String volume = Pods.volumeOf(running, scene.mirrorName()).getName();
        site.put(Processes.DOWN);

        attempt.refusedUnjudged(
                "pods.mooring.dev", () -> Pods.debug(site.admin(), running, Pods.debugger("blind", volume)));
    }

    @Test
    void nobodyAnswersAboutStorageThatPodsName(Attempt attempt) {
        var pod = Pods.with(scene.ads(), "unjudged", Storage.inPod("hostPath: {path: /}"))
                .build();
        site.put(Processes.DOWN);

        attempt.refusedUnjudged(
                "pods-inline.mooring.dev", () -> scene.adam().resource(pod).create());
    }

    @Test
    void nobodyAnswersAboutShares(Attempt attempt) {
        var share = site.world()
                .newShare(scene.vision(), Scene.IMAGENET, ScopeKind.PROJECT, scene.ads(), Access.READ_ONLY, null);
        site.put(Processes.DOWN);

        attempt.refusedUnjudged(
                "shares.mooring.dev", () -> scene.vera().resource(share).create());
    }

    @Test
    void aWebhookWhoseWatchesAreStuckAllowsNothing(Attempt attempt) {
        var pod = Pods.asking(scene.robotics(), "unheard", scene.reference()).build();
        site.lineOfTheWebhook().swallow();
        try {
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> attempt.refused(
                            "pods.mooring.dev",
                            "ViewTooOld",
                            () -> scene.rosa().resource(pod).dryRun(true).create(),
                            "has not heard of changes"));
        } finally {
            site.lineOfTheWebhook().mend();
        }
        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> scene.rosa().resource(pod).dryRun(true).create() != null);
    }

    @Test
    void aWebhookThatIsKeptFromLookingAllowsNothing(Attempt attempt) {
        var pod = Pods.claiming(scene.robotics(), "unseen", scene.mirrorName())
                .editSpec()
                .withVolumes(Pods.volume("data", scene.mirrorName(), true))
                .endSpec()
                .build();
        site.put(Processes.DOWN);
        var rights = site.admin().rbac().clusterRoleBindings().withName("mooring-webhook");
        var binding = rights.get();
        rights.delete();
        try {
            site.startBlindWebhook();

            attempt.refused(
                    "pods.mooring.dev",
                    "ViewNotReady",
                    () -> scene.rosa().resource(pod).create(),
                    "cannot see the whole cluster");
        } finally {
            binding.getMetadata().setResourceVersion(null);
            binding.getMetadata().setUid(null);
            site.admin().resource(binding).create();
            site.put(Processes.DOWN);
        }
    }
}
