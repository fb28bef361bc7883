package dev.mooring.controller;

import dev.mooring.testcluster.TestCluster;
import io.fabric8.kubernetes.client.KubernetesClient;
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

    InstalledIT(TestCluster cluster, String department) {
        this(cluster, department, Map.of());
    }

    /** The controller's settings are given as it reads them from its environment. */
    InstalledIT(TestCluster cluster, String department, Map<String, String> settings) {
        admin = cluster.client();
        mooring = Installation.on(cluster, settings);
        this.department = department;
    }

    @BeforeAll
    void aDepartmentForAll() {
        mooring.readyDepartment(department);
    }

    @AfterAll
    void close() {
        mooring.close();
    }
}
