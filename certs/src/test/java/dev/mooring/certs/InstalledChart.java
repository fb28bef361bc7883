package dev.mooring.certs;

import dev.mooring.charts.ChartInstaller;
import dev.mooring.charts.ChartValues;
import dev.mooring.testcluster.TestCluster;
import io.fabric8.kubernetes.client.KubernetesClient;

/** The chart in a cluster, and a webhook's own right to keep its certificates there. */
final class InstalledChart {
    static final String NAMESPACE = ChartValues.DEFAULT_NAMESPACE;

    private InstalledChart() {}

    /** Installs the chart and returns a client with the rights of the webhook's service account. */
    static KubernetesClient asWebhook(TestCluster cluster) {
        ChartInstaller.install(cluster.client(), ChartValues.defaults());
        return cluster.serviceAccount(NAMESPACE, "mooring-webhook").client();
    }
}
