package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mooring.model.Access;
import dev.mooring.model.ScopeKind;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.junit.jupiter.api.Test;

/** What the answer to a share tells of the target: who may not share there does not learn whether there is one. */
@Attack(line = 24)
class Line24TargetsIT {
    private static final String GUARD = "mooring-share-targets";
    private static final String REASON = "TargetNotYours";

    private final World world;
    private final Scene scene;

    Line24TargetsIT(Site site) {
        scene = site.scene();
        world = site.world();
    }

    @Test
    void aProjectThatExistsReadsLikeOneThatDoesNot(Attempt attempt) {
        readLikeNothing(attempt, ScopeKind.PROJECT, scene.ads());
    }

    @Test
    void aDepartmentThatExistsReadsLikeOneThatDoesNot(Attempt attempt) {
        readLikeNothing(attempt, ScopeKind.DEPARTMENT, scene.otherDepartment());
    }

    @Test
    void aDepartmentWithANamespaceOfAnotherNameReadsLikeNone(Attempt attempt) {
        String name = world.fresh("hidden");
        world.awaitReady(world.admin()
                .resource(world.newDepartment(name, name + "-quarters"))
                .create());

        readLikeNothing(attempt, ScopeKind.DEPARTMENT, name);
    }

    /** It waits for a namespace that belongs to nobody. */
    @Test
    void aProjectThatIsStillBeingMadeReadsLikeNone(Attempt attempt) {
        String name = world.namespace("waiting");
        var project = world.admin()
                .resource(world.newProject(scene.otherDepartment(), name))
                .create();
        world.eventually(() -> assertThat(world.conditions(project)).isNotEmpty());

        readLikeNothing(attempt, ScopeKind.PROJECT, name);
        world.delete(project);
    }

    private void readLikeNothing(Attempt attempt, ScopeKind kind, String target) {
        attempt.refused(GUARD, REASON, () -> share(kind, target));
        attempt.refused(GUARD, REASON, () -> share(kind, "nowhere"));
        attempt.hasNoEffect(
                "the same words for both",
                () -> assertThat(refusal(kind, target).replace(target, "nowhere"))
                        .isEqualTo(refusal(kind, "nowhere")));
    }

    private String refusal(ScopeKind kind, String target) {
        return catchThrowableOfType(KubernetesClientException.class, () -> share(kind, target))
                .getStatus()
                .getMessage();
    }

    private void share(ScopeKind kind, String target) {
        var share = world.newShare(scene.vision(), Scene.IMAGENET, kind, target, Access.READ_ONLY, null);
        share.getMetadata().setName("asking");
        scene.vera().resource(share).create();
    }
}
