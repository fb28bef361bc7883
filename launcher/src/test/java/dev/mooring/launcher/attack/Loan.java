package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.Access;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.DataVolumeShareSpec;
import dev.mooring.model.RevokeMode;
import dev.mooring.model.ScopeKind;
import io.fabric8.kubernetes.api.model.BindingBuilder;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * A data volume of vision that a project of its own may read until the share is deleted.
 *
 * @param reader that project
 * @param dataVolume the data volume's name
 */
record Loan(World world, Scene scene, String reader, String dataVolume, DataVolumeShare share) {
    private static final String NODE = "lent-node";

    static Loan on(Site site, RevokeMode onRevoke) {
        var scene = site.scene();
        var world = site.world();
        makeNode(world.admin());
        String reader = world.project(scene.department(), "reader");
        String name = world.fresh("lent");
        world.dataVolume(scene.vision(), name);
        var share = world.newShare(scene.vision(), name, ScopeKind.PROJECT, reader, Access.READ_ONLY, null);
        var spec = share.getSpec();
        share.setSpec(new DataVolumeShareSpec(
                spec.dataVolume(),
                spec.scope(),
                spec.access(),
                spec.mirror(),
                spec.expiresAt(),
                onRevoke,
                spec.grantedBy()));
        world.letShare(scene.vision(), ScopeKind.PROJECT, reader);
        return new Loan(world, scene, reader, name, scene.vera().resource(share).create());
    }

    /** Kubernetes deletes the pods of a node that is not there, which would prove nothing. */
    private static synchronized void makeNode(KubernetesClient admin) {
        if (admin.nodes().withName(NODE).get() == null) {
            admin.resource(new NodeBuilder()
                            .withNewMetadata()
                            .withName(NODE)
                            .endMetadata()
                            .build())
                    .create();
        }
    }

    /** Returns a client of the reading project's owner. */
    KubernetesClient rita() {
        return world.owner(reader);
    }

    String reference() {
        return scene.vision() + "/" + dataVolume;
    }

    String mirror() {
        return "dv." + scene.vision() + "." + dataVolume;
    }

    PodBuilder pod(String name) {
        return Pods.asking(reader, name, reference());
    }

    /** Makes a pod that has a node and runs, as far as its status says. */
    Pod running(PodBuilder unmade) {
        var pod = world.run(unmade.editSpec().withNodeName(NODE).endSpec().build());
        world.boundMirror(reader, mirror());
        return world.admin().resource(pod).subresource("status").patch(Merge.PATCH, """
                {"status": {"phase": "Running", "conditions": [{"type": "Ready", "status": "True"}]}}""");
    }

    /** Takes the share back, and waits for nothing. */
    void beginToRevoke() {
        scene.vera().resource(share).delete();
    }

    /** Takes the share back, and waits until that is in force everywhere. */
    void revoke() {
        beginToRevoke();
        world.eventually(() -> assertThat(scene.vera().resource(share).get()).isNull());
    }

    /** Gives a pod its node, as any scheduler may. */
    void bind(Pod pod) {
        var binding = new BindingBuilder()
                .withMetadata(World.meta(reader, pod.getMetadata().getName()))
                .withNewTarget()
                .withApiVersion("v1")
                .withKind("Node")
                .withName(NODE)
                .endTarget()
                .build();
        world.admin()
                .raw(
                        "/api/v1/namespaces/" + reader + "/pods/"
                                + pod.getMetadata().getName() + "/binding",
                        "POST",
                        binding);
    }

    /** Waits until nothing is left of a pod. */
    void awaitGone(Pod pod) {
        world.eventually(() -> assertThat(world.admin().resource(pod).get()).isNull());
    }
}
