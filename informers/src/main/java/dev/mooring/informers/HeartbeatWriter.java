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

/** Writes the heartbeats of one kind into our own namespace. Every call ends within seconds, and none is made twice. */
final class HeartbeatWriter<R extends CustomResource<?, ?>> {
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

    /** Writes this number; makes the object if it is not there. */
    void write(long number) {
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

    /** Deletes what a process left, unless it has changed meanwhile. */
    void delete(ForeignHeartbeats.Leftover leftover) {
        objects.inNamespace(namespace)
                .withName(leftover.name())
                .lockResourceVersion(leftover.resourceVersion())
                .delete();
    }

    /** Deletes the own object. */
    void delete() {
        objects.inNamespace(namespace).withName(name).delete();
    }
}
