package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that a tenant keeps from going, by a finalizer of his own.
 *
 * @param tenant who may change and delete it
 */
record HeldUp(World world, KubernetesClient tenant, HasMetadata object) {
    static final String FINALIZER = "example.com/held-up";

    /** Puts the finalizer on beside those that are there, and deletes the object: it stays. */
    static HeldUp delete(World world, KubernetesClient tenant, HasMetadata object) {
        var held = new HeldUp(world, tenant, object);
        var finalizers = new ArrayList<>(held.finalizers());
        finalizers.add(FINALIZER);
        held.write(finalizers);
        tenant.resource(object).delete();
        assertThat(tenant.resource(object).get().getMetadata().getDeletionTimestamp())
                .isNotNull();
        return held;
    }

    /** Takes the finalizer off once it is the last. */
    void letGo() {
        world.eventually(() -> assertThat(finalizers()).containsExactly(FINALIZER));
        write(List.of());
    }

    private List<String> finalizers() {
        return tenant.resource(object).get().getMetadata().getFinalizers();
    }

    private void write(List<String> finalizers) {
        tenant.resource(object)
                .patch(
                        Merge.PATCH,
                        "{\"metadata\":{\"finalizers\":"
                                + tenant.getKubernetesSerialization().asJson(finalizers) + "}}");
    }
}
