package dev.mooring.controller;

import dev.mooring.testcluster.TestCluster;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Mooring with its controller on a cluster that other test classes may use, too, and a department for the projects of one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InstalledIT {
    final KubernetesClient admin;
    final Installation mooring;
    final String department;
    final String node;

    InstalledIT(TestCluster cluster, String department) {
        this(cluster, department, Map.of());
    }

    /** The controller's settings are given as it reads them from its environment. */
    InstalledIT(TestCluster cluster, String department, Map<String, String> settings) {
        admin = cluster.client();
        mooring = Installation.on(cluster, settings);
        this.department = department;
        node = "node-of-" + department;
    }

    void patch(HasMetadata object, String patch) {
        admin.resource(object).patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    }

    @BeforeAll
    void aDepartmentForAll() {
        mooring.readyDepartment(department);
    }

    /** Kubernetes deletes the pods of a node that is not there, at any moment: which would prove nothing. */
    @BeforeAll
    void aNodeThatStays() {
        admin.resource(new NodeBuilder()
                        .withNewMetadata()
                        .withName(node)
                        .endMetadata()
                        .build())
                .create();
    }

    @AfterAll
    void close() {
        mooring.close();
    }
}
