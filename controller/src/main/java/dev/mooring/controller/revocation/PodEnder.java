package dev.mooring.controller.revocation;

import dev.mooring.controller.object.LogKeys;
import io.fabric8.kubernetes.api.model.DeleteOptions;
import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.EvictionBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the API server for the end of pods: of the very pod that was seen, never of another one of its name.
 *
 * <p>A refusal is an answer: what one pod is refused must not hold up the next, and a disruption budget says no with the
 * code by which servers ask to be called again later, so nothing is tried twice here.
 */
final class PodEnder {
    private static final Logger LOG = LoggerFactory.getLogger(PodEnder.class);

    private final KubernetesClient client;

    PodEnder(KubernetesClient client) {
        this.client = client.newClient(
                        new RequestConfigBuilder(client.getConfiguration().getRequestConfig())
                                .withRequestRetryBackoffLimit(0)
                                .build())
                .adapt(KubernetesClient.class);
    }

    /** Returns whether the pod is evicted. */
    boolean evict(String namespace, RevocationAction.Evict evict) {
        var eviction = new EvictionBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(evict.pod())
                .endMetadata()
                .withDeleteOptions(options(evict.uid(), evict.grace()))
                .build();
        return isGranted(
                namespace, evict.pod(), () -> client.raw(uri(namespace, evict.pod()) + "/eviction", "POST", eviction));
    }

    /** Returns whether the pod is deleted. */
    boolean delete(String namespace, RevocationAction.Delete delete) {
        return isGranted(
                namespace,
                delete.pod(),
                () -> client.raw(uri(namespace, delete.pod()), "DELETE", options(delete.uid(), delete.grace())));
    }

    private static String uri(String namespace, String pod) {
        return "/api/v1/namespaces/" + namespace + "/pods/" + pod;
    }

    private static DeleteOptions options(String uid, Duration grace) {
        return new DeleteOptionsBuilder()
                .withApiVersion("v1")
                .withKind("DeleteOptions")
                .withGracePeriodSeconds(grace.toSeconds())
                .withNewPreconditions(null, uid)
                .build();
    }

    private static boolean isGranted(String namespace, String pod, Runnable request) {
        try {
            request.run();
            return true;
        } catch (KubernetesClientException e) {
            LOG.atInfo()
                    .addKeyValue(LogKeys.NAMESPACE, namespace)
                    .addKeyValue(LogKeys.NAME, pod)
                    .addKeyValue("code", e.getCode())
                    .addKeyValue("answer", e.getMessage())
                    .log("The end of a consumer was refused");
            return false;
        }
    }
}
