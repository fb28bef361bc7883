package dev.mooring.informers;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.Map;

/** A kind whose schema lets everything in, so that its objects need not fit this type. */
@Group("test.mooring.dev")
@Version("v1")
public final class Thing extends CustomResource<Thing.Spec, Void> implements Namespaced {
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: things.test.mooring.dev}
            spec:
              group: test.mooring.dev
              scope: Namespaced
              names: {kind: Thing, plural: things, singular: thing}
              versions:
                - name: v1
                  served: true
                  storage: true
                  schema:
                    openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}
            """;

    /** How many, as a number. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Spec(int count) {}

    /** What is kept of a thing. */
    record View(String name, int count) {
        static View of(Thing thing) {
            return new View(thing.getMetadata().getName(), thing.getSpec().count());
        }
    }

    /** Makes the kind known and returns when it is served. */
    static void install(KubernetesClient client) {
        var definition = new KubernetesSerialization().unmarshal(DEFINITION, CustomResourceDefinition.class);
        client.resource(definition).serverSideApply();
        await().ignoreExceptions()
                .until(() -> client.resources(Thing.class).inAnyNamespace().list() != null);
    }

    /** Returns a thing as JSON has it; {@code count} may be something else than a number. */
    static GenericKubernetesResource json(String namespace, String name, Object count) {
        var thing = new GenericKubernetesResource();
        thing.setApiVersion("test.mooring.dev/v1");
        thing.setKind("Thing");
        thing.setMetadata(
                new ObjectMetaBuilder().withNamespace(namespace).withName(name).build());
        thing.setAdditionalProperty("spec", Map.of("count", count));
        return thing;
    }
}
