package dev.mooring.launcher.attack;

import io.fabric8.kubernetes.api.model.EphemeralContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pod that may act as its node, next to read-only data. */
@Attack(line = 5)
@WithAndWithoutProcesses
class Line05NodeAccessIT {
    private static final String GUARD = "mooring-node-access";
    private static final SecurityContext PRIVILEGED =
            new SecurityContextBuilder().withPrivileged(true).build();

    private final Site site;
    private final Scene scene;

    Line05NodeAccessIT(Processes processes, Site site) {
        this.site = site;
        scene = site.scene();
        site.put(processes);
    }

    @Test
    void aPrivilegedContainerIsRefused(Attempt attempt) {
        var pod = reading()
                .editSpec()
                .editFirstContainer()
                .withSecurityContext(PRIVILEGED)
                .endContainer()
                .endSpec()
                .build();

        refused(attempt, "PrivilegedContainer", pod);
    }

    @Test
    void aPrivilegedInitContainerIsRefused(Attempt attempt) {
        var pod = reading()
                .editSpec()
                .addNewInitContainerLike(Pods.container("first"))
                .withSecurityContext(PRIVILEGED)
                .endInitContainer()
                .endSpec()
                .build();

        refused(attempt, "PrivilegedContainer", pod);
    }

    @Test
    void aPrivilegedEphemeralContainerIsRefused(Attempt attempt) {
        var running = site.admin()
                .pods()
                .inNamespace(scene.robotics())
                .withName("reader")
                .get();
        var debugger = new EphemeralContainerBuilder()
                .withName("debugger")
                .withImage("registry.example.com/debugger:1")
                .withSecurityContext(PRIVILEGED)
                .build();

        attempt.refused(GUARD, "PrivilegedContainer", () -> Pods.debug(site.admin(), running, debugger));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SYS_ADMIN", "sys_admin", "ALL"})
    void aContainerThatMayMountIsRefused(String capability, Attempt attempt) {
        var pod = reading()
                .editSpec()
                .editFirstContainer()
                .withNewSecurityContext()
                .withNewCapabilities()
                .addToAdd(capability)
                .endCapabilities()
                .endSecurityContext()
                .endContainer()
                .endSpec()
                .build();

        refused(attempt, "PrivilegedContainer", pod);
    }

    @Test
    void theProcessesOfTheNodeAreRefused(Attempt attempt) {
        refused(
                attempt,
                "HostProcesses",
                reading().editSpec().withHostPID(true).endSpec().build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/var", "/var/lib/kubelet", "/var/lib/kubelet/pods/uid/volumes", "//var//lib/./kubelet/"})
    void kubeletsDirectoryIsRefused(String path, Attempt attempt) {
        var pod = reading()
                .editSpec()
                .addNewVolume()
                .withName("node")
                .withNewHostPath(path, "")
                .endVolume()
                .endSpec()
                .build();

        refused(attempt, "KubeletDirectory", pod);
    }

    @Test
    void kubeletsDirectoryByAWayAroundIsRefused(Attempt attempt) {
        var pod = reading()
                .editSpec()
                .addNewVolume()
                .withName("node")
                .withNewHostPath("/var/log/../lib/kubelet", "")
                .endVolume()
                .endSpec()
                .build();

        attempt.refusedByKubernetes(() -> scene.rosa().resource(pod).create(), "must not contain '..'");
    }

    private void refused(Attempt attempt, String reason, Pod pod) {
        attempt.refused(GUARD, reason, () -> scene.rosa().resource(pod).create());
    }

    private PodBuilder reading() {
        return Pods.plain(scene.robotics(), "root")
                .editSpec()
                .addToVolumes(Pods.volume("data", scene.mirrorName(), true))
                .endSpec();
    }
}
