package dev.mooring.launcher;

import dev.mooring.controller.Controller;
import dev.mooring.controller.ControllerConfig;
import dev.mooring.controller.Surroundings;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import picocli.CommandLine.Command;

/** Runs the controller. */
@Command(
        name = "controller",
        description = {
            "Makes the namespaces of departments and projects and the mirrors of data volumes, and writes conditions.",
            "",
            "Environment:",
            "  MOORING_NAMESPACE                 Mooring's own namespace (mooring-system)",
            "  MOORING_CLUSTER_SCOPE_NAMESPACE   the namespace of the cluster scope (mooring-cluster)",
            "  MOORING_EXEMPT_NAMESPACES         namespaces that never become a scope, with commas between (none)",
            "  MOORING_ALLOW_NODE_LOCAL          whether hostPath and local volumes may be shared (false)",
            "  MOORING_CEPHFS_NODE_SECRET        namespace/name of the Secret with userID and userKey that CephFS needs (none)",
            "  MOORING_ADDITIONAL_DRIVERS        CSI drivers that you vouch for, with commas between, each as",
            "                                    driver=same-handle or driver=suffix-handle (none)"
        })
final class ControllerCommand extends ProcessCommand<ControllerConfig> {
    @Override
    ControllerConfig configure(Map<String, String> environment) {
        return ControllerConfig.from(environment);
    }

    @Override
    AutoCloseable start(ControllerConfig config, KubernetesClient client) {
        return Controller.start(
                config,
                client,
                new SimpleMeterRegistry(),
                new Surroundings(InstantSource.system(), System::nanoTime, new Random()));
    }
}
