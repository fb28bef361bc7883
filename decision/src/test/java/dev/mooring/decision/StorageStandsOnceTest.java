package dev.mooring.decision;

import static dev.mooring.decision.World.IMAGENET;
import static dev.mooring.decision.World.LAION;
import static dev.mooring.decision.World.NLP;
import static dev.mooring.decision.World.NOTES;
import static dev.mooring.decision.World.asking;
import static dev.mooring.decision.World.denied;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StorageStandsOnceTest {
    private static final BackendIdentity HANDLE = BackendIdentity.handle("files.example", "vol-1");
    private static final BackendIdentity OTHER_HANDLE = BackendIdentity.handle("files.example", "vol-2");
    private static final String TWO_MIRRORS = """
            {metadata: {name: 'train'},
             spec: {containers: [{name: 'main'}],
                    volumes: [{name: 'one', persistentVolumeClaim: {claimName: 'dv.vision.imagenet', readOnly: true}},
                              {name: 'two', persistentVolumeClaim: {claimName: 'dv.vision.laion', readOnly: true}}]}}
            """;
    private static final String SCRATCH_BESIDE_NOTES = """
            {metadata: {name: 'train', annotations: {'mooring.dev/data-volumes': 'notes:/a'}},
             spec: {containers: [{name: 'main'}],
                    volumes: [{name: 'own', persistentVolumeClaim: {claimName: 'scratch-claim', readOnly: true}}]}}
            """;
    private static final World OVER_ONE_HANDLE =
            NLP.withHandle(IMAGENET, HANDLE).withHandle(LAION, HANDLE).withHandle(NOTES, HANDLE);

    @Test
    void deniesTwoDataVolumesOverOneHandle() {
        assertThat(OVER_ONE_HANDLE.mutate(asking("imagenet:/a, laion:/b")))
                .isEqualTo(denied(
                        DenyReason.SAME_STORAGE_TWICE,
                        "data volumes \"vision/imagenet\" and \"vision/laion\" are one storage by its handle; kubelet"
                                + " cannot mount it twice in one pod, so use one of them"));
    }

    @Test
    void deniesOnesOwnBesideASharedOne() {
        assertThat(OVER_ONE_HANDLE.mutate(asking("notes:/a, imagenet:/b")))
                .isEqualTo(denied(
                        DenyReason.SAME_STORAGE_TWICE,
                        "data volumes \"nlp/notes\" and \"vision/imagenet\" are one storage by its handle; kubelet"
                                + " cannot mount it twice in one pod, so use one of them"));
    }

    @Test
    void deniesTwoMirrorsByTheirClaims() {
        assertThat(OVER_ONE_HANDLE.validate(TWO_MIRRORS))
                .isEqualTo(denied(
                        DenyReason.SAME_STORAGE_TWICE,
                        "data volumes \"vision/imagenet\" and \"vision/laion\" are one storage by its handle; kubelet"
                                + " cannot mount it twice in one pod, so use one of them"));
    }

    @Test
    void deniesAClaimBesideOnesOwnDataVolume() {
        assertThat(OVER_ONE_HANDLE.withHandle("scratch-claim", HANDLE).mutate(SCRATCH_BESIDE_NOTES))
                .isEqualTo(denied(
                        DenyReason.SAME_STORAGE_TWICE,
                        "data volume \"nlp/notes\" and claim \"scratch-claim\" are one storage by its handle; kubelet"
                                + " cannot mount it twice in one pod, so use one of them"));
    }

    @Test
    void deniesAClaimBesideAMirror() {
        assertThat(OVER_ONE_HANDLE.withHandle("scratch-claim", HANDLE).validate("""
                        {metadata: {name: 'train'},
                         spec: {containers: [{name: 'main', volumeMounts: [{name: 'one', mountPath: '/a', readOnly: true}]}],
                                volumes: [{name: 'one', persistentVolumeClaim: {claimName: 'dv.vision.imagenet', readOnly: true}},
                                          {name: 'two', persistentVolumeClaim: {claimName: 'scratch-claim'}}]}}
                        """))
                .isEqualTo(denied(
                        DenyReason.SAME_STORAGE_TWICE,
                        "data volume \"vision/imagenet\" and claim \"scratch-claim\" are one storage by its handle; kubelet"
                                + " cannot mount it twice in one pod, so use one of them"));
    }

    @Test
    void allowsAClaimWithAHandleOfItsOwn() {
        assertThat(OVER_ONE_HANDLE.withHandle("scratch-claim", OTHER_HANDLE).mutate(SCRATCH_BESIDE_NOTES))
                .isInstanceOf(Decision.Plan.class);
    }

    @Test
    void allowsTheClaimThatTheDataVolumeIs() {
        assertThat(OVER_ONE_HANDLE
                        .withHandle("notes-claim", HANDLE)
                        .mutate(SCRATCH_BESIDE_NOTES.replace("scratch-claim", "notes-claim")))
                .isInstanceOf(Decision.Plan.class);
    }

    @Test
    void allowsTwoClaimsOverOneHandleBesideADataVolumeElsewhere() {
        assertThat(OVER_ONE_HANDLE
                        .withHandle("scratch-claim", OTHER_HANDLE)
                        .withHandle("other-claim", OTHER_HANDLE)
                        .mutate(SCRATCH_BESIDE_NOTES.replace(
                                "]}}", ", {name: 'other', persistentVolumeClaim: {claimName: 'other-claim'}}]}}")))
                .isInstanceOf(Decision.Plan.class);
    }

    @Test
    void allowsOneDataVolumeAtTwoPaths() {
        assertThat(OVER_ONE_HANDLE.mutate(asking("imagenet:/a, imagenet:/b"))).isInstanceOf(Decision.Plan.class);
    }

    @Test
    void allowsTwoHandlesOfOneDriver() {
        assertThat(NLP.withHandle(IMAGENET, HANDLE)
                        .withHandle(LAION, OTHER_HANDLE)
                        .mutate(asking("imagenet:/a, laion:/b")))
                .isInstanceOf(Decision.Plan.class);
    }

    @Test
    void allowsTheSameHandleOfTwoDrivers() {
        assertThat(NLP.withHandle(IMAGENET, HANDLE)
                        .withHandle(LAION, BackendIdentity.handle("disks.example", "vol-1"))
                        .mutate(asking("imagenet:/a, laion:/b")))
                .isInstanceOf(Decision.Plan.class);
    }

    @Test
    void allowsStorageWithoutHandles() {
        assertThat(NLP.mutate(asking("imagenet:/a, laion:/b"))).isInstanceOf(Decision.Plan.class);
    }
}
