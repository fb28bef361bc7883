package dev.mooring.launcher.attack;

import dev.mooring.charts.ChartValues;
import dev.mooring.model.Access;
import dev.mooring.model.ScopeKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Test;

/** Somebody who got hold of the controller's token. */
@Attack(line = 31)
class Line31ControllersAccountIT {
    private static final String BINDINGS = "mooring-reserved-bindings";
    private static final String RBAC = "rbac.authorization.k8s.io";

    private final World world;
    private final Scene scene;
    private final KubernetesClient controller;

    Line31ControllersAccountIT(Site site) {
        world = site.world();
        scene = site.scene();
        controller = site.serviceAccount(ChartValues.DEFAULT_NAMESPACE, "mooring-controller");
    }

    @Test
    void itReadsNoSecrets(Attempt attempt) {
        attempt.refusedByRbac(() -> controller.secrets().inAnyNamespace().list());
        attempt.refusedByRbac(() ->
                controller.secrets().inNamespace(scene.vision()).withName("any").get());
        attempt.refusedByRbac(() -> controller
                .secrets()
                .inNamespace(ChartValues.DEFAULT_NAMESPACE)
                .withName("mooring-webhook-tls")
                .get());
    }

    @Test
    void itMakesNoPodAndEntersNone(Attempt attempt) {
        attempt.refusedByRbac(() -> controller
                .resource(Pods.plain(scene.vision(), "intruder").build())
                .create());
        attempt.refusedByRbac(() -> controller
                .resource(Pods.plain(ChartValues.DEFAULT_NAMESPACE, "intruder").build())
                .create());
        attempt.refusedByRbac(() -> controller
                .pods()
                .inNamespace(scene.robotics())
                .withName("reader")
                .patch(Merge.PATCH, Merge.metadata("labels", "intruder", "true")));
    }

    @Test
    void itGivesNobodyARoleThatTheChartDoesNotList(Attempt attempt) {
        attempt.refusedByKubernetes(
                () -> controller
                        .resource(binding(scene.ads(), "mooring:role:cluster-admin", "cluster-admin"))
                        .create(),
                "is attempting to grant RBAC permissions not currently held");
        attempt.refusedByRbac(() -> controller
                .resource(new ClusterRoleBindingBuilder()
                        .withNewMetadata()
                        .withName("mooring:role:system-administrator")
                        .endMetadata()
                        .withNewRoleRef(RBAC, "ClusterRole", "system-administrator")
                        .addNewSubject(RBAC, "User", "accomplice", null)
                        .build())
                .create());
    }

    @Test
    void itGivesNobodyRightsOfItsOwnMaking(Attempt attempt) {
        attempt.refusedByKubernetes(
                () -> controller
                        .resource(new RoleBuilder()
                                .withMetadata(World.meta(scene.ads(), "mooring:project:" + scene.ads()))
                                .addNewRule()
                                .withApiGroups("")
                                .withResources("secrets")
                                .withVerbs("get")
                                .endRule()
                                .build())
                        .create(),
                "is attempting to grant RBAC permissions not currently held");
        attempt.refusedByRbac(
                () -> controller.rbac().clusterRoles().withName("viewer").patch(Merge.PATCH, "{\"rules\":[]}"));
    }

    @Test
    void itGivesNobodyRightsOutsideScopes(Attempt attempt) {
        attempt.refused(
                BINDINGS,
                "OutsideScopes",
                () -> controller
                        .resource(binding("default", "mooring:role:viewer", "viewer"))
                        .create());
        attempt.refused(
                BINDINGS,
                "OutsideScopes",
                () -> controller
                        .resource(binding("kube-system", "mooring:role:viewer", "viewer"))
                        .create());
        attempt.refused(
                BINDINGS,
                "NotOurName",
                () -> controller
                        .resource(binding(scene.ads(), "viewer", "viewer"))
                        .create());
    }

    @Test
    void itMakesNoGrantAndRaisesNone(Attempt attempt) {
        var share =
                world.newShare(scene.vision(), Scene.IMAGENET, ScopeKind.PROJECT, scene.ads(), Access.READ_ONLY, null);
        attempt.refusedByRbac(() -> controller.resource(share).create());
        attempt.refusedByRbac(() -> controller
                .resource(world.newRule(scene.ads(), "viewer", "accomplice"))
                .create());
        attempt.refused(
                "mooring-share-targets",
                "TargetNotYours",
                () -> controller.resource(theShare()).patch(Merge.PATCH, "{\"spec\":{\"access\":\"ReadWrite\"}}"));
    }

    @Test
    void itChangesNothingThatGuards(Attempt attempt) {
        attempt.refusedByRbac(() -> controller
                .admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .withName("mooring")
                .delete());
        attempt.refusedByRbac(() -> controller
                .admissionRegistration()
                .v1()
                .validatingAdmissionPolicyBindings()
                .withName(BINDINGS)
                .delete());
        attempt.refusedByRbac(() -> controller
                .apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName("projects.mooring.dev")
                .delete());
    }

    @Test
    void itDeletesNothingOfThePeople(Attempt attempt) {
        attempt.refusedByRbac(
                () -> controller.namespaces().withName(scene.ads()).delete());
        attempt.refusedByRbac(() -> controller
                .resource(world.newDataVolume(scene.vision(), Scene.IMAGENET, Scene.ORIGIN))
                .delete());
        attempt.refusedByRbac(() -> controller.resource(theShare()).delete());
        attempt.refusedByRbac(() -> controller
                .resource(world.newProject(scene.otherDepartment(), scene.ads()))
                .delete());
    }

    private HasMetadata theShare() {
        return world.sharesOf(scene.vision(), Scene.IMAGENET).getFirst();
    }

    private static RoleBinding binding(String namespace, String name, String role) {
        return new RoleBindingBuilder()
                .withMetadata(World.meta(namespace, name))
                .withNewRoleRef(RBAC, "ClusterRole", role)
                .addNewSubject(RBAC, "User", "accomplice", null)
                .build();
    }
}
