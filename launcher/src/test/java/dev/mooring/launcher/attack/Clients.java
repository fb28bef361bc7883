package dev.mooring.launcher.attack;

import dev.mooring.testcluster.Kubeconfig;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

/** Clients of people. */
public final class Clients {
    private Clients() {}

    /** A client that hands on an answer 429 or 500 instead of asking again. */
    public static KubernetesClient withoutRetries(Kubeconfig kubeconfig) {
        var config = new ConfigBuilder(Config.fromKubeconfig(kubeconfig.yaml()))
                .withNoProxy("127.0.0.1")
                .withRequestRetryBackoffLimit(0)
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }
}
