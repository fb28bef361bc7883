package dev.mooring.certs;

import static java.net.HttpURLConnection.HTTP_CONFLICT;

import dev.mooring.certs.CaBundlePatch.Entry;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One webhook configuration in the API server, of either kind.
 *
 * @param entries reads the webhooks of one
 */
record WebhookConfiguration<T extends HasMetadata>(
        String kind, String name, Resource<T> resource, Function<T, List<Entry>> entries) {
    private static final Logger log = LoggerFactory.getLogger(WebhookConfiguration.class);
    private static final PatchContext STRATEGIC = PatchContext.of(PatchType.STRATEGIC_MERGE);
    private static final int ATTEMPTS = 10;

    static WebhookConfiguration<MutatingWebhookConfiguration> mutating(KubernetesClient client, String name) {
        return new WebhookConfiguration<>(
                "MutatingWebhookConfiguration",
                name,
                client.admissionRegistration()
                        .v1()
                        .mutatingWebhookConfigurations()
                        .withName(name),
                configuration -> configuration.getWebhooks().stream()
                        .map(webhook -> new Entry(
                                webhook.getName(), webhook.getClientConfig().getCaBundle()))
                        .toList());
    }

    static WebhookConfiguration<ValidatingWebhookConfiguration> validating(KubernetesClient client, String name) {
        return new WebhookConfiguration<>(
                "ValidatingWebhookConfiguration",
                name,
                client.admissionRegistration()
                        .v1()
                        .validatingWebhookConfigurations()
                        .withName(name),
                configuration -> configuration.getWebhooks().stream()
                        .map(webhook -> new Entry(
                                webhook.getName(), webhook.getClientConfig().getCaBundle()))
                        .toList());
    }

    /** Has every webhook trust {@code caPem}; writes only what differs. */
    void trust(String caPem) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            T found = found();
            Optional<Map<String, Object>> patch =
                    CaBundlePatch.of(found.getMetadata().getResourceVersion(), entries.apply(found), caPem);
            if (patch.isEmpty() || isApplied(patch.get())) {
                return;
            }
        }
        throw new IllegalStateException(
                kind + " \"" + name + "\" was changed by others " + ATTEMPTS + " times in a row");
    }

    private T found() {
        T found = resource.get();
        if (found == null) {
            throw new IllegalStateException(
                    kind + " \"" + name + "\" does not exist: install Mooring's Helm chart first");
        }
        return found;
    }

    /** Returns false if the configuration is no longer as it was read. */
    private boolean isApplied(Map<String, Object> patch) {
        try {
            resource.patch(STRATEGIC, Serialization.asJson(patch));
        } catch (KubernetesClientException e) {
            if (e.getCode() == HTTP_CONFLICT) {
                return false;
            }
            throw e;
        }
        log.atInfo()
                .addKeyValue(LogKeys.KIND, kind)
                .addKeyValue(LogKeys.NAME, name)
                .log("Published the certificate authority");
        return true;
    }
}
