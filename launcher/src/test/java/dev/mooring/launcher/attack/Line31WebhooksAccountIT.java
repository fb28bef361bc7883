package dev.mooring.launcher.attack;

import dev.mooring.charts.ChartValues;
import dev.mooring.model.Access;
import dev.mooring.model.DataVolume;
import dev.mooring.model.ScopeKind;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import org.junit.jupiter.api.Test;

/** Somebody who got hold of the webhook's token. */
@Attack(line = 31)
class Line31WebhooksAccountIT {
    private static final String OUR_NAMESPACE = ChartValues.DEFAULT_NAMESPACE;

    private final World world;
    private final Scene scene;
    private final KubernetesClient webhook;

    Line31WebhooksAccountIT(Site site) {
        world = site.world();
        scene = site.scene();
        webhook = site.serviceAccount(OUR_NAMESPACE, "mooring-webhook");
    }

    @Test
    void itReadsNoSecretButItsOwn(Attempt attempt) {
        attempt.refusedByRbac(() -> webhook.secrets().inNamespace(OUR_NAMESPACE).list());
        attempt.refusedByRbac(() ->
                webhook.secrets().inNamespace(OUR_NAMESPACE).withName("another").get());
        attempt.refusedByRbac(() ->
                webhook.secrets().inNamespace(scene.vision()).withName("any").get());
        attempt.refusedByRbac(() -> webhook.resource(new SecretBuilder()
                        .withMetadata(World.meta(scene.vision(), "intruder"))
                        .build())
                .create());
    }

    @Test
    void itWritesNothingInScopes(Attempt attempt) {
        attempt.refusedByRbac(() -> webhook.resource(world.newShare(
                        scene.vision(), Scene.IMAGENET, ScopeKind.PROJECT, scene.ads(), Access.READ_ONLY, null))
                .create());
        attempt.refusedByRbac(() -> imagenet().patch(Merge.PATCH, "{\"spec\":{\"description\":\"mine\"}}"));
        attempt.refusedByRbac(() -> imagenet().delete());
        attempt.refusedByRbac(() -> webhook.persistentVolumeClaims()
                .inNamespace(scene.robotics())
                .withName(scene.mirrorName())
                .delete());
        attempt.refusedByRbac(() -> webhook.namespaces()
                .withName(scene.ads())
                .patch(Merge.PATCH, Merge.metadata("labels", "mooring.dev/department", scene.department())));
    }

    @Test
    void itWritesNoStatus(Attempt attempt) {
        attempt.refusedByRbac(
                () -> imagenet().subresource("status").patch(Merge.PATCH, "{\"status\":{\"phase\":\"Ready\"}}"));
    }

    @Test
    void itWritesNothingButHeartbeatsInOurNamespace(Attempt attempt) {
        attempt.refusedByRbac(() ->
                webhook.resource(Pods.plain(OUR_NAMESPACE, "intruder").build()).create());
        attempt.refusedByRbac(() -> webhook.resource(world.newRule(OUR_NAMESPACE, "viewer", "accomplice"))
                .create());
        attempt.refusedByRbac(
                () -> webhook.resource(Claims.plain(OUR_NAMESPACE, "intruder").build())
                        .create());
    }

    @Test
    void itGivesNobodyAnyRight(Attempt attempt) {
        attempt.refusedByRbac(
                () -> webhook.rbac().clusterRoles().withName("mooring-webhook").patch(Merge.PATCH, "{\"rules\":[]}"));
        attempt.refusedByRbac(() -> webhook.rbac()
                .roleBindings()
                .inNamespace(OUR_NAMESPACE)
                .withName("mooring-webhook")
                .patch(Merge.PATCH, "{\"subjects\":[]}"));
    }

    @Test
    void itTouchesNoConfigurationButItsOwnAndDeletesNone(Attempt attempt) {
        var configurations = webhook.admissionRegistration().v1().validatingWebhookConfigurations();
        attempt.refusedByRbac(() ->
                configurations.withName("another").patch(Merge.PATCH, Merge.metadata("labels", "intruder", "true")));
        attempt.refusedByRbac(() -> configurations.withName("mooring").delete());
        attempt.refusedByRbac(() -> webhook.admissionRegistration()
                .v1()
                .validatingAdmissionPolicyBindings()
                .withName("mooring-reserved-claims")
                .delete());
        attempt.refusedByRbac(() -> webhook.apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName("datavolumeshares.mooring.dev")
                .delete());
    }

    private Resource<DataVolume> imagenet() {
        return webhook.resource(world.newDataVolume(scene.vision(), Scene.IMAGENET, Scene.ORIGIN));
    }
}
