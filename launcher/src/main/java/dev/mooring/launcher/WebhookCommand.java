package dev.mooring.launcher;

import dev.mooring.webhook.Webhook;
import dev.mooring.webhook.WebhookConfig;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine.Command;

/** Runs the admission webhook. */
@Command(
        name = "webhook",
        description = {
            "Answers the API server's admission reviews. Stateless: two or more may run.",
            "",
            "Environment:",
            "  MOORING_NAMESPACE                 Mooring's own namespace (mooring-system)",
            "  MOORING_CLUSTER_SCOPE_NAMESPACE   the namespace of the cluster scope (mooring-cluster)",
            "  MOORING_ADDITIONAL_DRIVERS        CSI drivers that you vouch for, as the controller has them; with commas",
            "                                    between, each as driver=same-handle or driver=suffix-handle (none)",
            "  MOORING_LISTEN_HOST               the address to listen on (0.0.0.0)",
            "  MOORING_LISTEN_PORT               the port to listen on; 0 is any free one (8443)",
            "  MOORING_SERVING_NAMES             names and addresses in the certificate, with commas between",
            "                                    (those of the Service mooring-webhook)"
        })
final class WebhookCommand extends ProcessCommand<WebhookConfig> {
    @Override
    WebhookConfig configure(Map<String, String> environment) {
        return WebhookConfig.from(environment);
    }

    @Override
    AutoCloseable start(WebhookConfig config, KubernetesClient client) {
        return Webhook.start(config, client, InstantSource.system());
    }
}
