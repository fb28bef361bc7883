package dev.mooring.testcluster;

import static dev.mooring.testcluster.RealPods.claim;
import static dev.mooring.testcluster.RealPods.csi;
import static dev.mooring.testcluster.RealPods.exec;
import static dev.mooring.testcluster.RealPods.pod;
import static dev.mooring.testcluster.RealPods.readOnly;
import static dev.mooring.testcluster.RealPods.run;
import static dev.mooring.testcluster.RealPods.writable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mooring.testcluster.RealPods.Mount;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.EphemeralContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Who can write to a volume that a pod takes read-only, and who can though: what only a node shows. */
@WithCluster(scheduler = true, realNode = true)
@Tag("attack")
class RealNodeAttacksIT {
    private static final Executed WRITTEN = new Executed(0, "");

    private final TestCluster cluster;
    private final KubernetesClient admin;

    /** The name of the test's claim and of its volume's directory. */
    private String data = "";

    RealNodeAttacksIT(TestCluster cluster) {
        this.cluster = cluster;
        admin = cluster.client();
    }

    @BeforeEach
    void claimAVolume(TestInfo test) {
        data = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
        claim(admin, data, csi(data, data));
    }

    @Test
    void anInitContainerCannotWrite() {
        Pod pod = admin.resource(new PodBuilder(pod("init", Mount.WRITABLE, readOnly("data", data)))
                        .editSpec()
                        .withRestartPolicy("Never")
                        .addToInitContainers(container("fetch", "write", "/data/refused", "x"))
                        .endSpec()
                        .build())
                .create();

        await().atMost(RealPods.PATIENCE)
                .untilAsserted(() -> assertThat(exitCode(initContainer(pod))).isEqualTo(1));
        assertThat(admin.pods().resource(pod).inContainer("fetch").getLog())
                .isEqualTo("write: /data/refused: " + RealPods.READ_ONLY_FILE_SYSTEM + "\n");
        assertThat(written("refused")).doesNotExist();
    }

    @Test
    void aSidecarCannotWrite() {
        Container sidecar = container("sidecar", "sleep", "infinity");
        sidecar.setRestartPolicy("Always");
        run(
                admin,
                new PodBuilder(pod("sidecar", Mount.WRITABLE, readOnly("data", data)))
                        .editSpec()
                        .addToInitContainers(sidecar)
                        .endSpec()
                        .build());

        assertThat(cluster.exec(RealPods.NAMESPACE, "sidecar", "sidecar", "write", "/data/refused", "x"))
                .isEqualTo(refused());
        assertThat(written("refused")).doesNotExist();
    }

    @Test
    void aSecondMountCannotWrite() {
        Pod pod = run(
                admin,
                new PodBuilder(pod("second-mount", Mount.READ_ONLY, readOnly("data", data)))
                        .editSpec()
                        .editFirstContainer()
                        .addNewVolumeMount()
                        .withName("data")
                        .withMountPath("/again")
                        .withReadOnly(false)
                        .endVolumeMount()
                        .endContainer()
                        .endSpec()
                        .build());

        assertThat(exec(cluster, pod, "write", "/again/refused", "x")).isEqualTo(refused("/again/refused"));
        assertThat(written("refused")).doesNotExist();
    }

    @Test
    void anEphemeralContainerCannotWrite() {
        Pod pod = run(admin, pod("looked-into", Mount.WRITABLE, readOnly("data", data)));
        var debugger = new EphemeralContainerBuilder()
                .withName("debugger")
                .withImage(RealNode.IMAGE)
                .withCommand("sleep", "infinity")
                .addNewVolumeMount()
                .withName("data")
                .withMountPath("/data")
                .endVolumeMount()
                .build();
        admin.pods()
                .resource(pod)
                .ephemeralContainers()
                .edit(running -> new PodBuilder(running)
                        .editSpec()
                        .addToEphemeralContainers(debugger)
                        .endSpec()
                        .build());
        await().atMost(RealPods.PATIENCE)
                .untilAsserted(
                        () -> assertThat(admin.resource(pod).get().getStatus().getEphemeralContainerStatuses())
                                .anyMatch(status -> status.getState().getRunning() != null));

        assertThat(cluster.exec(RealPods.NAMESPACE, "looked-into", "debugger", "write", "/data/refused", "x"))
                .isEqualTo(refused());
        assertThat(written("refused")).doesNotExist();
    }

    /** Why no pod may have a hostPath over kubelet's directory beside data that it may only read. */
    @Test
    void whoHasKubeletsDirectoryWritesThroughTheMountsOfOthers() {
        Pod owner = run(admin, pod("owner", Mount.WRITABLE, writable("data", data)));
        Pod thief = run(admin, pod("thief", Mount.WRITABLE, readOnly("data", data), hostPath("/var/lib/kubelet")));
        String mount = "/host/pods/" + admin.resource(owner).get().getMetadata().getUid()
                + "/volumes/kubernetes.io~csi/" + data + "/mount/";

        assertThat(exec(cluster, thief, "write", "/data/refused", "x")).isEqualTo(refused());
        assertThat(exec(cluster, thief, "write", mount + "written", "x")).isEqualTo(WRITTEN);
        assertThat(written("written")).exists();
    }

    /** Why no pod may be privileged, or see the processes of its node, beside data that it may only read. */
    @Test
    void whoActsAsTheNodeWritesWhereTheNodeCan() {
        Pod thief = run(
                admin,
                new PodBuilder(pod("privileged", Mount.WRITABLE, readOnly("data", data)))
                        .editSpec()
                        .withHostPID(true)
                        .editFirstContainer()
                        .withNewSecurityContext()
                        .withPrivileged(true)
                        .endSecurityContext()
                        .endContainer()
                        .endSpec()
                        .build());

        assertThat(exec(cluster, thief, "write", "/data/refused", "x")).isEqualTo(refused());
        assertThat(exec(cluster, thief, "write", "/proc/1/root" + written("written"), "x"))
                .isEqualTo(WRITTEN);
        assertThat(written("written")).exists();
    }

    /** Kubelet makes the directory of a {@code subPath} before it starts the container, in what the driver has mounted. */
    @Test
    void aSubPathThatIsNotThereIsNotMadeInWhatTheDriverMountedReadOnly() {
        Pod pod = admin.resource(withSubPath(pod("sub-path", Mount.READ_ONLY, readOnly("data", data))))
                .create();

        awaitThatItsDirectoryCannotBeMade(pod);
        assertThat(written("made")).doesNotExist();
    }

    @Test
    void aSubPathThatIsNotThereIsNotMadeInALocalVolumeThatThePodMayOnlyRead(@TempDir Path origin) {
        RealPods.claimLocal(admin, "sub-path-of-local", origin.toString());

        Pod pod = admin.resource(
                        withSubPath(pod("local-sub-path", Mount.READ_ONLY, readOnly("data", "sub-path-of-local"))))
                .create();

        awaitThatItsDirectoryCannotBeMade(pod);
        assertThat(origin).isEmptyDirectory();
    }

    /** A hostPath is mounted by nobody but the container runtime: kubelet itself can write there. */
    @Test
    void aSubPathThatIsNotThereIsMadeInAHostPathThatThePodMayOnlyRead(@TempDir Path origin) {
        RealPods.claimHostPath(admin, "sub-path-of-host-path", origin.toString());

        Pod pod = run(
                admin, withSubPath(pod("host-sub-path", Mount.READ_ONLY, readOnly("data", "sub-path-of-host-path"))));

        assertThat(origin.resolve("made")).isEmptyDirectory();
        assertThat(exec(cluster, pod, "write", "/data/refused", "x")).isEqualTo(refused());
    }

    private void awaitThatItsDirectoryCannotBeMade(Pod pod) {
        await().atMost(RealPods.PATIENCE)
                .untilAsserted(() -> assertThat(waiting(pod))
                        .isNotNull()
                        .extracting(ContainerStateWaiting::getReason, ContainerStateWaiting::getMessage)
                        .containsExactly(
                                "CreateContainerConfigError",
                                "failed to create subPath directory for volumeMount \"data\" of container \"main\""));
    }

    private static Pod withSubPath(Pod pod) {
        pod.getSpec().getContainers().getFirst().getVolumeMounts().getFirst().setSubPath("made");
        return pod;
    }

    private static Container container(String name, String... command) {
        return new ContainerBuilder()
                .withName(name)
                .withImage(RealNode.IMAGE)
                .withCommand(command)
                .addNewVolumeMount()
                .withName("data")
                .withMountPath("/data")
                .endVolumeMount()
                .build();
    }

    private static Volume hostPath(String path) {
        return new VolumeBuilder().withName("host").withNewHostPath(path, "").build();
    }

    private static Executed refused() {
        return refused("/data/refused");
    }

    private static Executed refused(String file) {
        return new Executed(1, "write: " + file + ": " + RealPods.READ_ONLY_FILE_SYSTEM);
    }

    /** Returns a file of the test's volume, as this machine sees it. */
    private Path written(String file) {
        return cluster.realNode().volume(data).resolve(file);
    }

    private List<ContainerStatus> initContainer(Pod pod) {
        return admin.resource(pod).get().getStatus().getInitContainerStatuses();
    }

    private static @Nullable Integer exitCode(List<ContainerStatus> containers) {
        var ended =
                containers.isEmpty() ? null : containers.getFirst().getState().getTerminated();
        return ended == null ? null : ended.getExitCode();
    }

    private @Nullable ContainerStateWaiting waiting(Pod pod) {
        var containers = admin.resource(pod).get().getStatus().getContainerStatuses();
        return containers.isEmpty() ? null : containers.getFirst().getState().getWaiting();
    }
}
