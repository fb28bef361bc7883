package dev.mooring.certs;

import io.fabric8.kubernetes.client.KubernetesClient;

/** Has the API server trust our serving certificate: writes its authority into the webhook configurations. */
public final class CaBundlePublisher {
    private final KubernetesClient client;

    /** Writes through {@code client}. */
    public CaBundlePublisher(KubernetesClient client) {
        this.client = client;
    }

    /**
     * Gives {@code caPem}, one authority or several, to every webhook of the mutating and of the
     * validating configuration {@code name}. What is as it should be is not written, nothing else is
     * touched.
     *
     * @throws IllegalStateException if one of the configurations does not exist
     */
    public void publish(String name, String caPem) {
        WebhookConfiguration.mutating(client, name).trust(caPem);
        WebhookConfiguration.validating(client, name).trust(caPem);
    }
}
