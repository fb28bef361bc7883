package dev.mooring.informers;

import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.util.function.Supplier;

/** Keeps the heartbeats of one kind as objects in our own namespace. No call is made twice. */
final class HeartbeatWriter<R extends CustomResource<?, ?>> implements HeartbeatStore {
    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    private final MixedOperation<R, ?, Resource<R>> objects;
    private final String namespace;
    private final String name;
    private final Supplier<R> blank;

    HeartbeatWriter(KubernetesClient client, Class<R> type, Supplier<R> blank, String namespace, String name) {
        this.objects = impatient(client).resources(type);
        this.blank = blank;
        this.namespace = namespace;
        this.name = name;
    }

    private static KubernetesClient impatient(KubernetesClient client) {
        var patience = new RequestConfigBuilder(client.getConfiguration().getRequestConfig())
                .withRequestTimeout(Math.toIntExact(HeartbeatSettings.INTERVAL.toMillis()))
                .withRequestRetryBackoffLimit(0)
                .build();
        return client.newClient(patience).adapt(KubernetesClient.class);
    }

    @Override
    public void write(long number) {
        // With the object itself, not only its name: else the client would get it first, for which there are no rights.
        var heartbeat = objects.resource(Heartbeat.named(blank.get(), namespace, name, number));
        try {
            heartbeat.patch(MERGE, Heartbeat.patch(number));
        } catch (KubernetesClientException e) {
            if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
                throw e;
            }
            heartbeat.create();
        }
    }

    @Override
    public void delete(ForeignHeartbeats.Leftover leftover) {
        objects.inNamespace(namespace)
                .withName(leftover.name())
                .lockResourceVersion(leftover.resourceVersion())
                .delete();
    }

    @Override
    public void delete() {
        objects.inNamespace(namespace).withName(name).delete();
    }
}
