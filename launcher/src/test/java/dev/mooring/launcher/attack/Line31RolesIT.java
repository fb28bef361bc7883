package dev.mooring.launcher.attack;

import dev.mooring.model.DataVolumeShare;
import dev.mooring.testcluster.Rights;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People with each of the shipped roles in a project that may read what another one shares. */
@Attack(line = 31)
class Line31RolesIT {
    private static final String LABEL = Merge.metadata("labels", "mooring.dev/mirror", "mine");

    private final Site site;
    private final World world;
    private final Scene scene;

    Line31RolesIT(Site site) {
        this.site = site;
        world = site.world();
        scene = site.scene();
    }

    @Test
    void noRoleChangesWebhookConfigurations(Attempt attempt) {
        people().forEach(person -> {
            var registration = person.admissionRegistration().v1();
            attempt.refusedByRbac(() -> registration
                    .mutatingWebhookConfigurations()
                    .withName("mooring")
                    .patch(Merge.PATCH, "{\"webhooks\":[]}"));
            attempt.refusedByRbac(() -> registration
                    .validatingWebhookConfigurations()
                    .withName("mooring")
                    .delete());
        });
    }

    @Test
    void noRoleChangesPolicies(Attempt attempt) {
        people().forEach(person -> {
            var registration = person.admissionRegistration().v1();
            attempt.refusedByRbac(() -> registration
                    .validatingAdmissionPolicies()
                    .withName("mooring-read-only-mounts")
                    .patch(Merge.PATCH, "{\"spec\":{\"failurePolicy\":\"Ignore\"}}"));
            attempt.refusedByRbac(() -> registration
                    .validatingAdmissionPolicyBindings()
                    .withName("mooring-read-only-mounts")
                    .delete());
        });
    }

    @Test
    void noRoleChangesOurKinds(Attempt attempt) {
        people().forEach(person -> attempt.refusedByRbac(() -> person.apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName("datavolumeshares.mooring.dev")
                .delete()));
    }

    @Test
    void noRoleChangesAMirror(Attempt attempt) {
        for (var role : site.roles()) {
            var person = world.person(scene.robotics(), role);
            var claim = person.persistentVolumeClaims()
                    .inNamespace(scene.robotics())
                    .withName(scene.mirrorName());
            if (mayChangeClaims(role)) {
                attempt.refused("mooring-storage-labels", "ReservedLabel", () -> claim.patch(Merge.PATCH, LABEL));
            } else {
                attempt.refusedByRbac(() -> claim.patch(Merge.PATCH, LABEL));
            }
            attempt.refusedByRbac(() ->
                    person.persistentVolumes().withName(scene.mirrorVolume()).patch(Merge.PATCH, LABEL));
        }
    }

    @Test
    void noRoleReachesIntoAnotherScope(Attempt attempt) {
        var share = world.sharesOf(scene.vision(), Scene.IMAGENET).getFirst();
        people().forEach(person -> {
            attempt.refusedByRbac(
                    () -> person.resource(share).patch(Merge.PATCH, "{\"spec\":{\"access\":\"ReadWrite\"}}"));
            attempt.refusedByRbac(() -> person.resources(DataVolumeShare.class)
                    .inNamespace(scene.vision())
                    .list());
            attempt.refusedByRbac(() -> person.resource(world.newDataVolume(scene.ads(), "intruder", "intruder-data"))
                    .create());
            attempt.refusedByRbac(() -> person.resource(world.newProject(scene.department(), "intruder"))
                    .create());
            attempt.refusedByRbac(() -> person.resource(world.newRule(scene.ads(), "viewer", "accomplice"))
                    .create());
            attempt.refusedByRbac(
                    () -> person.resource(world.newDepartment("intruder")).create());
        });
    }

    private List<KubernetesClient> people() {
        return site.roles().stream()
                .map(role -> world.person(scene.robotics(), role))
                .toList();
    }

    private boolean mayChangeClaims(String role) {
        return new Rights(site.admin(), role + "-of-" + scene.robotics())
                .may("patch", "", "persistentvolumeclaims", scene.robotics(), null);
    }
}
