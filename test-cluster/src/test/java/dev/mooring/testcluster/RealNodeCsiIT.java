package dev.mooring.testcluster;

import static dev.mooring.testcluster.RealPods.claim;
import static dev.mooring.testcluster.RealPods.claimWithOption;
import static dev.mooring.testcluster.RealPods.csi;
import static dev.mooring.testcluster.RealPods.exec;
import static dev.mooring.testcluster.RealPods.pod;
import static dev.mooring.testcluster.RealPods.readOnly;
import static dev.mooring.testcluster.RealPods.run;
import static dev.mooring.testcluster.RealPods.writable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mooring.testcluster.RealPods.Mount;
import io.fabric8.kubernetes.api.model.CSIPersistentVolumeSourceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only a kubelet and a CSI driver show of shared volumes. */
@WithCluster(scheduler = true, realNode = true)
class RealNodeCsiIT {
    private static final Executed WRITTEN = new Executed(0, "");

    @Test
    void twoVolumesOfOneShareAreTheSameData(TestCluster cluster, KubernetesClient admin) {
        claim(admin, "origin", csi("origin", "shared"));
        claim(admin, "mirror", csi("origin#mirror", "shared"));
        Pod writing = run(admin, pod("writing", Mount.WRITABLE, writable("data", "origin")));
        Pod reading = run(admin, pod("reading", Mount.WRITABLE, readOnly("data", "mirror")));

        assertThat(exec(cluster, writing, "write", "/data/file", "shared")).isEqualTo(WRITTEN);

        assertThat(cluster.realNode().volume("shared").resolve("file")).hasContent("shared");
        assertThat(exec(cluster, reading, "cat", "/data/file")).isEqualTo(new Executed(0, "shared"));
    }

    /** Were the driver deaf, kubelet would still give the container a read-only mount of a writable one. */
    @Test
    void readOnlyOfThePodsVolumeReachesTheDriver(TestCluster cluster, KubernetesClient admin) throws IOException {
        claim(admin, "asked-read-only", csi("asked-read-only", "asked-read-only"));

        Pod pod = run(admin, pod("asked-read-only", Mount.WRITABLE, readOnly("data", "asked-read-only")));

        assertThat(published(cluster, "asked-read-only"))
                .singleElement()
                .asString()
                .endsWith("readonly=true");
        assertThat(mountOptions(cluster, "asked-read-only")).contains("ro").doesNotContain("rw");
        assertThat(exec(cluster, pod, "write", "/data/refused", "x"))
                .isEqualTo(new Executed(1, "write: /data/refused: " + RealPods.READ_ONLY_FILE_SYSTEM));
    }

    /** Where a mirror has a handle of its own its volume says so, too: a pod that got round both other layers cannot write. */
    @Test
    void readOnlyOfTheVolumesMountOptionsReachesTheDriver(TestCluster cluster, KubernetesClient admin)
            throws IOException {
        claimWithOption(admin, "mounted-read-only", csi("mounted-read-only", "mounted-read-only"), "ro");

        Pod pod = run(admin, pod("mounts-read-only", Mount.WRITABLE, writable("data", "mounted-read-only")));

        assertThat(published(cluster, "mounted-read-only"))
                .singleElement()
                .asString()
                .endsWith("readonly=false");
        assertThat(exec(cluster, pod, "write", "/data/refused", "x"))
                .isEqualTo(new Executed(1, "write: /data/refused: " + RealPods.READ_ONLY_FILE_SYSTEM));
    }

    /** A mirror is not read-only because its volume says so: a pod must ask for it, and admission must see to that. */
    @Test
    void kubeletIgnoresReadOnlyOfTheVolumeItself(TestCluster cluster, KubernetesClient admin) throws IOException {
        claim(
                admin,
                "says-read-only",
                new CSIPersistentVolumeSourceBuilder(csi("says-read-only", "says-read-only"))
                        .withReadOnly(true)
                        .build());

        Pod pod = run(admin, pod("ignores", Mount.WRITABLE, writable("data", "says-read-only")));

        assertThat(published(cluster, "says-read-only"))
                .singleElement()
                .asString()
                .endsWith("readonly=false");
        assertThat(mountOptions(cluster, "says-read-only")).contains("rw").doesNotContain("ro");
        assertThat(exec(cluster, pod, "write", "/data/written", "x")).isEqualTo(WRITTEN);
    }

    /**
     * In one pod a volume is its handle to kubelet: it mounts the last one of the pod's list, and the others are that mount.
     * So a read-only claim can be written through, and a pod must not be let in with both.
     */
    @Test
    void twoVolumesOfOneHandleInOnePodAreOneMountAndTheLastOneDecides(TestCluster cluster, KubernetesClient admin)
            throws IOException {
        claim(admin, "twin-a", csi("twin", "twin"));
        claim(admin, "twin-b", csi("twin", "twin"));

        Pod pod = run(admin, pod("twins", Mount.WRITABLE, readOnly("a", "twin-a"), writable("b", "twin-b")));

        assertThat(published(cluster, "twin")).singleElement().asString().contains("~csi/twin-b/mount, readonly=false");
        assertThat(exec(cluster, pod, "write", "/a/written", "x")).isEqualTo(WRITTEN);
        assertThat(exec(cluster, pod, "ls", "/b")).isEqualTo(new Executed(0, "written"));
    }

    @Test
    void aClaimThatIsBeingDeletedIsMountedForAPodThatNamesItsNodeAndForNoOther(
            TestCluster cluster, KubernetesClient admin) throws IOException {
        Files.writeString(cluster.realNode().volume("leaving").resolve("file"), "still there");
        claim(admin, "leaving", csi("leaving", "leaving"));
        run(admin, pod("holds", Mount.READ_ONLY, readOnly("data", "leaving")));
        Resource<PersistentVolumeClaim> leaving =
                admin.persistentVolumeClaims().inNamespace(RealPods.NAMESPACE).withName("leaving");
        leaving.delete();

        Pod scheduled = admin.resource(pod("scheduled", Mount.READ_ONLY, readOnly("data", "leaving")))
                .create();
        Pod naming = run(
                admin,
                new PodBuilder(pod("names-its-node", Mount.READ_ONLY, readOnly("data", "leaving")))
                        .editSpec()
                        .withNodeName(RealNode.NAME)
                        .endSpec()
                        .build());

        assertThat(leaving.get().getMetadata().getDeletionTimestamp()).isNotNull();
        assertThat(exec(cluster, naming, "cat", "/data/file")).isEqualTo(new Executed(0, "still there"));
        await().atMost(RealPods.PATIENCE)
                .untilAsserted(() -> assertThat(
                                admin.resource(scheduled).get().getStatus().getConditions())
                        .extracting(PodCondition::getMessage)
                        .anySatisfy(message ->
                                assertThat(message).contains("persistentvolumeclaim \"leaving\" is being deleted")));
    }

    /** How the driver has mounted a claim's volume, as the node sees it. */
    private static List<String> mountOptions(TestCluster cluster, String claim) throws IOException {
        String firstProcess = Files.readString(cluster.directory().resolve("node/first-process"))
                .strip();
        return Files.readAllLines(Path.of("/proc", firstProcess, "mounts")).stream()
                .map(line -> line.split(" ", -1))
                .filter(mount -> mount[1].endsWith("~csi/" + claim + "/mount"))
                .flatMap(mount -> Stream.of(mount[3].split(",", -1)))
                .toList();
    }

    /** What the driver says of mounting volumes with that handle. */
    private static List<String> published(TestCluster cluster, String handle) throws IOException {
        return Files.readAllLines(cluster.directory().resolve("logs/csi-driver.log")).stream()
                .filter(line -> line.contains("publish \"" + handle + "\" "))
                .toList();
    }
}
