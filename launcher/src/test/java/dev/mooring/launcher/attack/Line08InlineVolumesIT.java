package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pod that names the storage of a data volume itself, past every claim. */
@Attack(line = 8)
class Line08InlineVolumesIT {
    private static final String GUARD = "pods-inline.mooring.dev";
    private static final String HELD = "StorageHeld";

    private final Site site;
    private final Scene scene;

    Line08InlineVolumesIT(Site site) {
        this.site = site;
        scene = site.scene();
    }

    @Test
    void theSameExportIsRefused(Attempt attempt) {
        refused(attempt, nfs("nfs.example.com", "/exports/vision/imagenet"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/exports",
                "/exports/vision",
                "/exports/vision/imagenet/train",
                "/exports/vision/imagenet/",
                "//exports///vision/imagenet",
                "/exports/./vision/imagenet/.",
                "/exports/other/../vision/imagenet"
            })
    void anotherPathToTheSameExportIsRefused(String path, Attempt attempt) {
        refused(attempt, nfs("nfs.example.com", path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NFS.Example.COM", "nfs.example.com.", "Nfs.example.com.."})
    void anotherSpellingOfTheServerIsRefused(String server, Attempt attempt) {
        refused(attempt, nfs(server, "/exports/vision/imagenet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fd00::17", "FD00:0:0::17", "fd00:0000:0000:0000:0000:0000:0000:0017", "[fd00::17]"})
    void anotherFormOfAnAddressIsRefused(String server, Attempt attempt) {
        hold("nfs: {server: 'fd00::17', path: /addressed}");

        refused(attempt, "nfs: {server: '%s', path: /addressed}".formatted(server));
    }

    @Test
    void theSameExportByItsDriverIsRefused(Attempt attempt) {
        refused(
                attempt,
                "csi: {driver: nfs.csi.k8s.io, volumeAttributes: {server: nfs.example.com, share: /exports, subDir: %s/imagenet}}"
                        .formatted(scene.vision()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/data/held", "/data/held/", "/data/held/train", "/data", "/", "//data/./held"})
    void aDirectoryOfTheNodesAndWhatLiesAroundItIsRefused(String path, Attempt attempt) {
        hold("hostPath: {path: /data/held}");

        refused(attempt, "hostPath: {path: '%s'}".formatted(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/volumes/csi/held", "/volumes", "/volumes/csi/../csi/held/train"})
    void aDirectoryOfCephfsIsRefused(String path, Attempt attempt) {
        hold("csi: {driver: rook-ceph.cephfs.csi.ceph.com, volumeHandle: 0001-held,"
                + " volumeAttributes: {clusterID: ceph, subvolumePath: /volumes/csi/held}}");

        refused(attempt, "cephfs: {monitors: ['10.0.0.9'], path: '%s'}".formatted(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iqn.2001-04.com.example:held", "iqn.2001-04.com.EXAMPLE:held"})
    void aDeviceOfATargetIsRefusedByWhicheverPortal(String target, Attempt attempt) {
        hold("iscsi: {targetPortal: '10.0.0.7:3260', iqn: 'iqn.2001-04.com.example:held', lun: 3}");

        refused(attempt, "iscsi: {targetPortal: '10.0.0.8:3260', iqn: '%s', lun: 3}".formatted(target));
    }

    @Test
    void anImageOfCephIsRefused(Attempt attempt) {
        hold("csi: {driver: rbd.csi.ceph.com, volumeHandle: 0001-image,"
                + " volumeAttributes: {clusterID: ceph, pool: held, imageName: csi-vol-1}}");

        refused(attempt, "rbd: {monitors: ['10.0.0.9'], pool: held, image: csi-vol-1}");
    }

    @Test
    void aShareOfAzureFilesIsRefused(Attempt attempt) {
        hold("csi: {driver: file.csi.azure.com, volumeHandle: 'group#account#held#'}");

        refused(attempt, "azureFile: {secretName: mine, shareName: held}");
    }

    @Test
    void aBucketIsRefused(Attempt attempt) {
        hold("csi: {driver: gcsfuse.csi.storage.gke.io, volumeHandle: held-bucket}");

        refused(attempt, "csi: {driver: gcsfuse.csi.storage.gke.io, volumeAttributes: {bucketName: held-bucket}}");
    }

    @ParameterizedTest
    @EnumSource
    void theTemplateOfAWorkloadIsRefused(Workload workload, Attempt attempt) {
        var made = workload.of(
                Pods.with(scene.ads(), "reader", Storage.inPod(nfs("nfs.example.com", "/exports/vision/imagenet"))));

        attempt.refused(
                "workloads-inline.mooring.dev",
                HELD,
                () -> scene.adam().resource(made).create());
    }

    @Test
    void nextToDataThatIsSharedItIsRefusedToo(Attempt attempt) {
        hold("hostPath: {path: /data/held}");
        var pod = Pods.asking(scene.robotics(), "reader", scene.reference())
                .editSpec()
                .addToVolumes(Storage.inPod("hostPath: {path: /data}"))
                .endSpec()
                .build();

        site.world()
                .eventually(() -> attempt.refused(
                        "pods.mooring.dev",
                        HELD,
                        () -> scene.rosa().resource(pod).create(),
                        "/data"));
    }

    @Test
    void whoMayReadTheDataIsToldHowAndWritesNothing(Attempt attempt) {
        var pod = inline(scene.robotics(), nfs("nfs.example.com", "/exports/vision/imagenet"));

        attempt.refused(
                GUARD,
                HELD,
                () -> scene.rosa().resource(pod).create(),
                "mooring.dev/data-volumes: " + scene.reference());
    }

    @Test
    void whoMayNotIsNotToldWhoseStorageItIs(Attempt attempt) {
        hold("nfs: {server: secret.example.com, path: /a}");
        var pod = inline(scene.ads(), "nfs: {server: secret.example.com, path: /}");

        site.world()
                .eventually(() -> attempt.refused(
                        GUARD, HELD, () -> scene.adam().resource(pod).create()));
        assertThat(catchThrowable(() -> scene.adam().resource(pod).create()))
                .message()
                .contains("\"secret.example.com\"")
                .doesNotContain(scene.vision());
    }

    @Test
    void anAdministratorsPodIsNoException(Attempt attempt) {
        var pod = inline(scene.ads(), nfs("nfs.example.com", "/exports/vision/imagenet"));

        attempt.refused(GUARD, HELD, () -> site.admin().resource(pod).create());
    }

    @Test
    void theProjectThatOwnsTheDataReachesNothingButItsOwn(Attempt attempt) {
        var own = inline(scene.vision(), nfs("nfs.example.com", "/exports/vision/imagenet"));

        attempt.hasNoEffect(
                "the project that owns the data reaches its own",
                () -> assertThat(scene.vera().resource(own).dryRun(true).create())
                        .isNotNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nfs: {server: nfs.example.com, path: /exports}",
                "csi: {driver: nfs.csi.k8s.io, volumeAttributes: {server: nfs.example.com, share: /exports}}"
            })
    void storageThatAPodNamesIsRefusedWhileNobodyAnswers(String source, Attempt attempt) {
        site.put(Processes.DOWN);

        attempt.refusedUnjudged(
                GUARD, () -> scene.adam().resource(inline(scene.ads(), source)).create());
    }

    @Test
    void aTemplateThatIsLetInWhileNobodyAnswersMakesNoPods(Attempt attempt) {
        var job = Workload.JOB.of(Pods.with(
                scene.ads(),
                site.world().fresh("inline"),
                Storage.inPod(nfs("nfs.example.com", "/exports/vision/imagenet"))));
        site.put(Processes.DOWN);
        var mark = site.auditLog().mark();
        scene.adam().resource(job).create();

        attempt.refusedUnjudgedLater(GUARD, mark, "pods", scene.ads());
        scene.adam().resource(job).delete();
    }

    private void refused(Attempt attempt, String source) {
        var pod = inline(scene.ads(), source);

        site.world()
                .eventually(() -> attempt.refused(
                        GUARD, HELD, () -> scene.adam().resource(pod).create(), "volume \"data\""));
    }

    private static Pod inline(String project, String source) {
        return Pods.with(project, "reader", Storage.inPod(source)).build();
    }

    /** Makes storage that of a data volume of vision, once. Whether it can be shared does not matter. */
    private void hold(String source) {
        scene.world().held(scene.vision(), Storage.spec(source));
    }

    private String nfs(String server, String path) {
        return "nfs: {server: '%s', path: '%s'}".formatted(server, path.replace("vision", scene.vision()));
    }
}
