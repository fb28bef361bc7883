package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.Access;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A new PersistentVolume over the storage of a data volume. Only administrators make any. */
@Attack(line = 7)
class Line07VolumesIT {
    private static final String GUARD = "volumes.mooring.dev";
    private static final String HELD = "StorageHeld";

    private final Site site;
    private final Scene scene;

    Line07VolumesIT(Site site) {
        this.site = site;
        scene = site.scene();
    }

    @Test
    void aTenantMakesNoVolume(Attempt attempt) {
        var volume = volume(nfs("nfs.example.com", "/exports/vision/imagenet"));

        attempt.refusedByRbac(() -> scene.adam().resource(volume).create());
    }

    @ParameterizedTest
    @CsvSource({
        "nfs.example.com, /exports/vision/imagenet",
        "nfs.example.com, /exports",
        "nfs.example.com, /exports/vision/imagenet/train",
        "nfs.example.com, //exports//vision/imagenet",
        "nfs.example.com, /exports/other/../vision/imagenet",
        "nfs.example.com, /exports/vision/imagenet/",
        "NFS.Example.com, /exports/vision/imagenet",
        "nfs.example.com., /exports/vision/imagenet"
    })
    void theSameExportIsRefusedInEverySpelling(String server, String path, Attempt attempt) {
        refused(attempt, nfs(server, path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fd00::18", "FD00:0::18", "'[fd00::18]'", "fd00:0000:0000:0000:0000:0000:0000:0018"})
    void anAddressIsRefusedInEveryForm(String server, Attempt attempt) {
        hold("nfs: {server: 'fd00::18', path: /addressed}");

        refused(attempt, "nfs: {server: '%s', path: /addressed}".formatted(server.replace("'", "")));
    }

    @Test
    void theSameHandleIsRefused(Attempt attempt) {
        hold("csi: {driver: files.example.com, volumeHandle: held-handle, volumeAttributes: {share: a}}");

        refused(attempt, "csi: {driver: files.example.com, volumeHandle: held-handle, volumeAttributes: {share: b}}");
    }

    @Test
    void theHandleOfAMirrorIsRefused(Attempt attempt) {
        var world = scene.world();
        world.dataVolume(
                scene.vision(),
                "by-driver",
                Storage.spec("csi: {driver: nfs.csi.k8s.io, volumeHandle: by-driver,"
                        + " volumeAttributes: {server: driver.example.com, share: /exports}}"));
        world.share(scene.vision(), "by-driver", scene.robotics(), Access.READ_ONLY);
        world.run(Pods.asking(scene.robotics(), "by-driver", scene.vision() + "/by-driver")
                .build());
        var mirror = world.boundMirror(scene.robotics(), "dv." + scene.vision() + ".by-driver");
        var handle = site.admin()
                .persistentVolumes()
                .withName(mirror.getSpec().getVolumeName())
                .get()
                .getSpec()
                .getCsi()
                .getVolumeHandle();
        assertThat(handle).isNotEqualTo("by-driver");

        refused(
                attempt,
                "csi: {driver: nfs.csi.k8s.io, volumeHandle: %s, volumeAttributes: {server: elsewhere.example.com, share: /x}}"
                        .formatted(handle));
    }

    @Test
    void theSameAttributesAreRefused(Attempt attempt) {
        refused(
                attempt,
                "csi: {driver: nfs.csi.k8s.io, volumeHandle: other, volumeAttributes: {server: nfs.example.com, share: /exports/%s, subdir: imagenet}}"
                        .formatted(scene.vision()));
    }

    @Test
    void aDirectoryOfTheNodesIsRefused(Attempt attempt) {
        hold("hostPath: {path: /data/volumes/held}");

        refused(attempt, "hostPath: {path: /data/volumes}");
    }

    @Test
    void aVolumeForAnotherProjectIsRefused(Attempt attempt) {
        var volume = reserved(scene.ads(), nfs("nfs.example.com", "/exports/vision/imagenet"));

        attempt.refused(GUARD, HELD, () -> site.admin().resource(volume).create());
    }

    @Test
    void aVolumeForTheProjectThatOwnsTheDataReachesNothingElse(Attempt attempt) {
        var volume = reserved(scene.vision(), nfs("nfs.example.com", "/exports/vision/imagenet"));

        attempt.hasNoEffect(
                "it is reserved for a claim of the project that owns the data",
                () -> assertThat(site.admin().resource(volume).dryRun(true).create())
                        .isNotNull());
    }

    @Test
    void aTenantMakesNoVolumeWhileNobodyAnswers(Attempt attempt) {
        var volume = volume(nfs("nfs.example.com", "/exports/vision/imagenet"));
        site.put(Processes.DOWN);

        attempt.refusedByRbac(() -> scene.adam().resource(volume).create());
    }

    /** Provisioning must not stop when we do. */
    @Test
    void aVolumeThatAnAdministratorMakesWhileNobodyAnswersIsTold(Attempt attempt) {
        String name = site.world().fresh("aliased");
        var owned = site.world().dataVolume(scene.vision(), name);
        site.put(Processes.DOWN);

        var alias = site.admin()
                .resource(volume(nfs("nfs.example.com", "/exports/vision/" + name)))
                .create();
        site.put(Processes.UP);

        attempt.isTold(
                "the data volume says `Aliased` as soon as the controller runs again",
                () -> site.world()
                        .eventually(() -> assertThat(site.world().conditions(owned))
                                .anyMatch(condition -> "Aliased".equals(condition.getType())
                                        && "True".equals(condition.getStatus())
                                        && condition
                                                .getMessage()
                                                .contains(alias.getMetadata().getName()))));
        site.admin().resource(alias).delete();
        site.put(Processes.DOWN);
    }

    private void refused(Attempt attempt, String source) {
        site.world()
                .eventually(() -> attempt.refused(
                        GUARD, HELD, () -> site.admin().resource(volume(source)).create(), "spec.claimRef"));
    }

    private PersistentVolume volume(String source) {
        return Storage.volume(site.world().fresh("alias"), source);
    }

    private PersistentVolume reserved(String project, String source) {
        return new PersistentVolumeBuilder(volume(source))
                .editSpec()
                .withNewClaimRef()
                .withNamespace(project)
                .withName("again")
                .endClaimRef()
                .endSpec()
                .build();
    }

    private void hold(String source) {
        scene.world().held(scene.vision(), Storage.spec(source));
    }

    private String nfs(String server, String path) {
        return "nfs: {server: '%s', path: '%s'}".formatted(server, path.replace("vision", scene.vision()));
    }
}
