package dev.mooring.charts.policies;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;

/** One body on its way to the API server. */
record Request(KubernetesClient client, GenericKubernetesResource body, GuardedCluster.Trial trial) {
    void send(Step.Verb verb) {
        var json = client.getKubernetesSerialization().asJson(body);
        switch (verb) {
            case CREATE -> client.resource(body).dryRun(isDry()).create();
            case ASK -> client.resource(body).dryRun(true).create();
            case PATCH -> client.resource(body).patch(merge(), json);
            case STATUS -> client.resource(body).subresource("status").patch(merge(), json);
            case FINALIZE -> client.raw(finalizer(), "PUT", body);
            case DELETE -> client.resource(body).dryRun(isDry()).delete();
        }
    }

    private PatchContext merge() {
        return new PatchContext.Builder()
                .withPatchType(PatchType.JSON_MERGE)
                .withDryRun(isDry() ? List.of("All") : null)
                .build();
    }

    private String finalizer() {
        return "/api/v1/namespaces/" + body.getMetadata().getName() + "/finalize" + (isDry() ? "?dryRun=All" : "");
    }

    private boolean isDry() {
        return trial == GuardedCluster.Trial.DRY;
    }
}
