package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.Access;
import dev.mooring.model.DataVolumeShare;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Test;

/** The finalizer by which our controller hears of what is being deleted, taken off by those who may change the object. */
@Attack(line = 18)
class Line18FinalizersIT {
    private static final String GUARD = "mooring-finalizers";
    private static final String REASON = "FinalizerTakenOff";
    private static final String NO_FINALIZERS = "{\"metadata\":{\"finalizers\":null}}";

    private final Site site;
    private final World world;
    private final Scene scene;

    Line18FinalizersIT(Site site) {
        this.site = site;
        scene = site.scene();
        world = site.world();
    }

    @Test
    void aShareGetsItBackUntilItIsDeleted(Attempt attempt) {
        var share = newShare();

        attempt.hasNoEffect(
                "our webhook puts it back",
                () -> assertThat(scene.vera()
                                .resource(share)
                                .patch(Merge.PATCH, NO_FINALIZERS)
                                .getMetadata()
                                .getFinalizers())
                        .containsExactly("mooring.dev/controller"));
    }

    /** The controller takes it off after two and a half seconds: who is later than that tries it on another share. */
    @Test
    void aShareThatIsBeingDeletedIsNotHurriedAway(Attempt attempt) {
        world.eventually(() -> {
            var share = newShare();
            scene.vera().resource(share).delete();

            attempt.refused(GUARD, REASON, () -> takeOff(scene.vera(), share));
        });
    }

    @Test
    void aShareThatIsBeingDeletedStaysWhileNobodyAnswers(Attempt attempt) {
        var share = newShare();
        site.put(Processes.DOWN);
        scene.vera().resource(share).delete();

        attempt.refusedUnjudged("shares.mooring.dev", () -> takeOff(scene.vera(), share));
    }

    @Test
    void aDataVolumeThatIsBeingDeletedStaysWhileNobodyAnswers(Attempt attempt) {
        var volume = world.dataVolume(scene.vision(), world.fresh("held"));
        site.put(Processes.DOWN);
        scene.vera().resource(volume).delete();

        attempt.refused(GUARD, REASON, () -> takeOff(scene.vera(), volume));
    }

    @Test
    void aProjectThatIsBeingDeletedStaysWhileNobodyAnswers(Attempt attempt) {
        String department = world.department("held");
        var head = world.departmentHead(department);
        var project = world.newProject(department, world.project(department, "held"));
        site.put(Processes.DOWN);
        head.resource(project).delete();

        attempt.refused(GUARD, REASON, () -> takeOff(head, project));
    }

    private DataVolumeShare newShare() {
        String name = world.fresh("held");
        world.dataVolume(scene.vision(), name);
        return world.share(scene.vision(), name, scene.robotics(), Access.READ_ONLY);
    }

    private static void takeOff(KubernetesClient client, HasMetadata object) {
        client.resource(object).patch(Merge.PATCH, NO_FINALIZERS);
    }
}
