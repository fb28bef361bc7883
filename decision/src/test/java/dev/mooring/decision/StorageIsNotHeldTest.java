package dev.mooring.decision;

import static dev.mooring.decision.DenyReason.STORAGE_HELD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.Decision.Allow;
import dev.mooring.decision.Decision.Deny;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageIsNotHeldTest {
    private static final DataVolumeId SECRET = new DataVolumeId("ads", "secret");
    private static final String NFS = "nfs: {server: 'nas.example', path: '/exports/a'}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                NFS,
                "nfs: {server: 'NAS.Example.', path: '//exports/./b/../a/'}",
                "nfs: {server: 'nas.example', path: '/'}",
                "nfs: {server: 'nas.example', path: '/exports/a/train'}",
                "csi: {driver: 'nfs.csi.k8s.io', volumeAttributes: {server: 'nas.example', share: '/exports', subDir: 'a'}}"
            })
    void refusesTheStorageOfAnother(String volume) {
        assertThat(World.NLP
                        .holding(new Holding(SECRET, BackendIdentity.nfs("nas.example", "/exports/a")))
                        .validate(mounting(volume)))
                .isInstanceOfSatisfying(
                        Deny.class, denial -> assertThat(denial.reason()).isEqualTo(STORAGE_HELD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nfs: {server: 'nas.example', path: '/exports/ab'}",
                "nfs: {server: 'other.example', path: '/exports/a'}",
                "hostPath: {path: '/exports/a'}",
                "csi: {driver: 'secrets-store.csi.k8s.io', volumeAttributes: {secretProviderClass: 'a'}}",
                "emptyDir: {}"
            })
    void letsOtherStorageThrough(String volume) {
        assertThat(World.NLP
                        .holding(new Holding(SECRET, BackendIdentity.nfs("nas.example", "/exports/a")))
                        .validate(mounting(volume)))
                .isEqualTo(Allow.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hostPath: {path: '/data/imagenet'}",
                "hostPath: {path: '/data'}",
                "hostPath: {path: '/'}",
                "hostPath: {path: '/data/imagenet/train/'}"
            })
    void refusesWhatLiesAroundADirectoryOfANodeAndInIt(String volume) {
        assertThat(World.NLP
                        .holding(new Holding(SECRET, BackendIdentity.directory("/data/imagenet")))
                        .validate(mounting(volume)))
                .isInstanceOf(Deny.class);
    }

    @Test
    void doesNotSayWhoseStorageItIs() {
        assertThat(World.NLP
                        .holding(new Holding(SECRET, BackendIdentity.nfs("nas.example", "/exports/a")))
                        .validate(mounting(NFS)))
                .isEqualTo(World.denied(
                        STORAGE_HELD,
                        "volume \"mine\" names nfs storage \"nas.example:/exports/a\", which Mooring guards and pods"
                                + " mount through a share only; ask the owner of the data to share it, and mount it by the"
                                + " annotation mooring.dev/data-volumes"));
    }

    @Test
    void saysHowToMountWhatIsShared() {
        assertThat(World.NLP
                        .holding(new Holding(World.IMAGENET, BackendIdentity.nfs("nas.example", "/exports/a")))
                        .validate(mounting(NFS)))
                .isEqualTo(World.denied(
                        STORAGE_HELD,
                        "volume \"mine\" names nfs storage \"nas.example:/exports/a\", which belongs to data volume"
                                + " \"vision/imagenet\", which is shared with this project; take the volume out, and"
                                + " write the annotation mooring.dev/data-volumes: vision/imagenet"));
    }

    @Test
    void theOwnerUsesItsStorageAsItLikes() {
        assertThat(World.NLP
                        .holding(new Holding(World.NOTES, BackendIdentity.nfs("nas.example", "/exports/a")))
                        .validate(mounting(NFS)))
                .isEqualTo(Allow.NOTHING);
    }

    @Test
    void theOwnerUsesItsStorageThoughADataVolumeOfAnotherLiesAround() {
        assertThat(World.NLP
                        .holding(
                                new Holding(World.NOTES, BackendIdentity.nfs("nas.example", "/exports/a")),
                                new Holding(SECRET, BackendIdentity.nfs("nas.example", "/exports")))
                        .validate(mounting(NFS)))
                .isEqualTo(Allow.NOTHING);
    }

    @Test
    void theOwnerDoesNotReachWhatLiesAroundItsStorage() {
        assertThat(World.NLP
                        .holding(
                                new Holding(World.NOTES, BackendIdentity.nfs("nas.example", "/exports/a")),
                                new Holding(SECRET, BackendIdentity.nfs("nas.example", "/exports/b")))
                        .validate(mounting("nfs: {server: 'nas.example', path: '/exports'}")))
                .isInstanceOf(Deny.class);
    }

    @Test
    void aDirectoryOfOneNodeIsNotTheOneOfAnother() {
        assertThat(World.NLP
                        .holding(
                                new Holding(World.NOTES, BackendIdentity.directory("/data")),
                                new Holding(SECRET, BackendIdentity.directory("/data")))
                        .validate(mounting("hostPath: {path: '/data'}")))
                .isInstanceOf(Deny.class);
    }

    @Test
    void refusesInNamespacesThatAreNoProjectsToo() {
        var nowhere = new World(
                Grants.outsideProjects("default"),
                place -> World.NLP
                        .holding(new Holding(SECRET, BackendIdentity.nfs("nas.example", "/exports/a")))
                        .held()
                        .overlapping(place),
                Map.of());

        assertThat(nowhere.validate(mounting(NFS))).isInstanceOf(Deny.class);
    }

    @Test
    void refusesATemplateEarly() {
        var world = World.NLP.holding(new Holding(SECRET, BackendIdentity.nfs("nas.example", "/exports/a")));

        assertThat(PodDecisions.early(World.workload(world.facts(Json.read(mounting(NFS)))), null, world.grants()))
                .isInstanceOf(Deny.class);
    }

    @Test
    void leavesATemplateAloneThatNamedTheStorageBefore() {
        var world = World.NLP.holding(new Holding(SECRET, BackendIdentity.nfs("nas.example", "/exports/a")));
        var template = World.workload(world.facts(Json.read(mounting(NFS))));

        assertThat(PodDecisions.early(template, template, world.grants())).isEqualTo(Allow.NOTHING);
    }

    private static String mounting(String volume) {
        return """
                {metadata: {name: 'train'},
                 spec: {volumes: [{name: 'first', emptyDir: {}}, {name: 'mine', %s}], containers: [{name: 'main'}]}}
                """.formatted(volume);
    }
}
