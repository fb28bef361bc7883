package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EphemeralContainer;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.VolumeDevice;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import org.junit.jupiter.api.Test;

/** Writing through the mirror by another way into the pod. */
@Attack(line = 2)
class Line02OtherContainersIT {
    private static final String GUARD = "pods.mooring.dev";

    private final Site site;
    private final Scene scene;

    Line02OtherContainersIT(Site site) {
        this.site = site;
        scene = site.scene();
    }

    @Test
    void anInitContainerIsMadeToRead(Attempt attempt) {
        var pod = claiming().editSpec().addToInitContainers(Pods.writer("init")).endSpec();

        attempt.hasNoEffect("its mount is made read-only", () -> assertReads(judged(pod)));
    }

    @Test
    void anInitContainerThatWritesIsRefusedWhileNobodyAnswers(Attempt attempt) {
        var pod = claiming()
                .editSpec()
                .addToInitContainers(Pods.writer("init"))
                .endSpec()
                .build();
        site.put(Processes.DOWN);

        attempt.refused(
                "mooring-read-only-mounts",
                "NotReadOnly",
                () -> scene.rosa().resource(pod).create());
    }

    @Test
    void aSidecarIsMadeToRead(Attempt attempt) {
        var pod = claiming()
                .editSpec()
                .addToInitContainers(new ContainerBuilder(Pods.writer("sidecar"))
                        .withRestartPolicy("Always")
                        .build())
                .addToContainers(Pods.writer("second"))
                .endSpec();

        attempt.hasNoEffect("its mount is made read-only", () -> assertReads(judged(pod)));
    }

    @Test
    void aSecondMountIsMadeToRead(Attempt attempt) {
        var pod = claiming()
                .editSpec()
                .editFirstContainer()
                .addNewVolumeMount()
                .withName("data")
                .withMountPath("/mnt/again")
                .withReadOnly(false)
                .endVolumeMount()
                .endContainer()
                .endSpec();

        attempt.hasNoEffect("its mount is made read-only", () -> assertReads(judged(pod)));
    }

    @Test
    void anEphemeralContainerThatWritesIsRefused(Attempt attempt) {
        var running = running();

        attempt.refused(GUARD, "NotReadOnly", () -> Pods.debug(scene.rosa(), running, debugger(running)));
    }

    @Test
    void aBlockDeviceIsRefused(Attempt attempt) {
        var pod = onDevice(claiming()).build();

        attempt.refused(GUARD, "BlockDevice", () -> scene.rosa().resource(pod).create());
    }

    @Test
    void aBlockDeviceIsRefusedWhileNobodyAnswers(Attempt attempt) {
        var pod = onDevice(claiming()
                        .editSpec()
                        .withVolumes(Pods.volume("data", scene.mirrorName(), true))
                        .endSpec())
                .build();
        site.put(Processes.DOWN);

        attempt.refusedUnjudged(GUARD, () -> scene.rosa().resource(pod).create());
    }

    @Test
    void mountsThatAreHandedBackToTheNodeAreRefused(Attempt attempt) {
        var pod = claiming()
                .editSpec()
                .editFirstContainer()
                .withNewSecurityContext()
                .withPrivileged(true)
                .endSecurityContext()
                .withVolumeMounts(new VolumeMountBuilder()
                        .withName("data")
                        .withMountPath("/mnt/data")
                        .withMountPropagation("Bidirectional")
                        .build())
                .endContainer()
                .endSpec()
                .build();

        attempt.refused(
                GUARD, "MountPropagation", () -> scene.rosa().resource(pod).create());
    }

    @Test
    void aSubPathThatIsMadeUpLaterIsRefused(Attempt attempt) {
        var pod = claiming()
                .editSpec()
                .editFirstContainer()
                .addNewEnv()
                .withName("WHERE")
                .withValue("x")
                .endEnv()
                .withVolumeMounts(new VolumeMountBuilder()
                        .withName("data")
                        .withMountPath("/mnt/data")
                        .withSubPathExpr("$(WHERE)")
                        .build())
                .endContainer()
                .endSpec()
                .build();

        attempt.refused(
                GUARD, "SubPathExpression", () -> scene.rosa().resource(pod).create());
    }

    private PodBuilder claiming() {
        return Pods.claiming(scene.robotics(), "writer", scene.mirrorName());
    }

    private static PodBuilder onDevice(PodBuilder pod) {
        return pod.editSpec()
                .editFirstContainer()
                .withVolumeMounts()
                .withVolumeDevices(new VolumeDevice("/dev/data", "data"))
                .endContainer()
                .endSpec();
    }

    private Pod judged(PodBuilder pod) {
        return scene.rosa().resource(pod.build()).dryRun(true).create();
    }

    /** The pod that reads in the scene. */
    private Pod running() {
        return site.admin()
                .pods()
                .inNamespace(scene.robotics())
                .withName("reader")
                .get();
    }

    private EphemeralContainer debugger(Pod pod) {
        return Pods.debugger(
                site.world().fresh("debugger"),
                Pods.volumeOf(pod, scene.mirrorName()).getName());
    }

    private void assertReads(Pod pod) {
        assertThat(Pods.volumeOf(pod, scene.mirrorName())
                        .getPersistentVolumeClaim()
                        .getReadOnly())
                .isTrue();
        assertThat(pod.getSpec().getContainers()).allSatisfy(Line02OtherContainersIT::assertReads);
        assertThat(pod.getSpec().getInitContainers()).allSatisfy(Line02OtherContainersIT::assertReads);
    }

    private static void assertReads(Container container) {
        assertThat(container.getVolumeMounts())
                .filteredOn(mount -> "data".equals(mount.getName()))
                .isNotEmpty()
                .allSatisfy(mount -> assertThat(mount.getReadOnly()).isTrue());
    }
}
