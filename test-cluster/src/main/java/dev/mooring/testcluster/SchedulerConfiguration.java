package dev.mooring.testcluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.file.Path;

/** Completes a KubeSchedulerConfiguration by what only the cluster knows. */
final class SchedulerConfiguration {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    private SchedulerConfiguration() {}

    /** Returns {@code yaml} with the API server of {@code kubeconfig} and without leader election. */
    static String complete(String yaml, Path kubeconfig) {
        ObjectNode configuration = YAML.unmarshal(yaml, ObjectNode.class);
        configuration.withObjectProperty("clientConnection").put("kubeconfig", kubeconfig.toString());
        configuration.withObjectProperty("leaderElection").put("leaderElect", false);
        return YAML.asYaml(configuration);
    }
}
