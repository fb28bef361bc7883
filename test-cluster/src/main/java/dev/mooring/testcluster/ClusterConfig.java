package dev.mooring.testcluster;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster is made of. Equal configurations may share one cluster.
 *
 * @param hasControllerManager whether kube-controller-manager runs; without it no claim binds and nothing is collected
 * @param schedulerConfiguration a KubeSchedulerConfiguration as YAML, or null for no scheduler
 * @param kwokNodes how many nodes are there, on which pods seem to run
 * @param hasRealNode whether there is a node on which pods really run: {@link RealNode}
 * @param apiServerFlags more flags of kube-apiserver; the last one of a name wins
 */
public record ClusterConfig(
        boolean hasControllerManager,
        @Nullable String schedulerConfiguration,
        int kwokNodes,
        boolean hasRealNode,
        List<String> apiServerFlags) {
    private static final String DEFAULT_SCHEDULER = """
            apiVersion: kubescheduler.config.k8s.io/v1
            kind: KubeSchedulerConfiguration
            """;

    public ClusterConfig {
        if (kwokNodes < 0) {
            throw new IllegalArgumentException("kwokNodes is \"" + kwokNodes + "\"; it must be 0 or more");
        }
        if (hasRealNode && !hasControllerManager) {
            throw new IllegalArgumentException("a real node is never ready without a controller-manager");
        }
        apiServerFlags = List.copyOf(apiServerFlags);
    }

    /** Returns etcd, kube-apiserver and kube-controller-manager. */
    public static ClusterConfig defaults() {
        return new ClusterConfig(true, null, 0, false, List.of());
    }

    /** Returns the same with a scheduler as Kubernetes ships it. */
    public ClusterConfig withScheduler() {
        return withScheduler(DEFAULT_SCHEDULER);
    }

    /**
     * Returns the same with a scheduler of this KubeSchedulerConfiguration; how it reaches the API server and that it does
     * not elect a leader is filled in.
     */
    public ClusterConfig withScheduler(String kubeSchedulerConfigurationYaml) {
        return new ClusterConfig(
                hasControllerManager, kubeSchedulerConfigurationYaml, kwokNodes, hasRealNode, apiServerFlags);
    }

    /** Returns the same with so many simulated nodes. */
    public ClusterConfig withKwokNodes(int count) {
        return new ClusterConfig(hasControllerManager, schedulerConfiguration, count, hasRealNode, apiServerFlags);
    }

    /** Returns the same with a node on which pods really run. It needs root and some packages: {@link RealNode#missing}. */
    public ClusterConfig withRealNode() {
        return new ClusterConfig(hasControllerManager, schedulerConfiguration, kwokNodes, true, apiServerFlags);
    }

    /** Returns the same with these flags after all others of kube-apiserver. */
    public ClusterConfig withApiServerFlags(String... flags) {
        return new ClusterConfig(hasControllerManager, schedulerConfiguration, kwokNodes, hasRealNode, List.of(flags));
    }

    /** Returns the same without kube-controller-manager. */
    public ClusterConfig withoutControllerManager() {
        return new ClusterConfig(false, schedulerConfiguration, kwokNodes, hasRealNode, apiServerFlags);
    }

    Optional<String> scheduler() {
        return Optional.ofNullable(schedulerConfiguration);
    }
}
