package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.controller.index.ClaimView;
import dev.mooring.controller.index.Indexes;
import dev.mooring.controller.index.NamespaceState;
import dev.mooring.controller.index.PodView;
import dev.mooring.controller.index.VolumeView;
import dev.mooring.controller.object.ObjectKey;
import dev.mooring.decision.BackendIdentity;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.Holding;
import dev.mooring.decision.ShareFacts.Target;
import dev.mooring.decision.VolumeState;
import dev.mooring.informers.DataVolumeView;
import dev.mooring.informers.DepartmentView;
import dev.mooring.informers.GrantScope;
import dev.mooring.informers.MirrorClaimView;
import dev.mooring.informers.NamespaceView;
import dev.mooring.informers.ProjectView;
import dev.mooring.informers.ShareView;
import dev.mooring.informers.StorageView;
import dev.mooring.model.Access;
import dev.mooring.model.NamespaceIdentity;
import dev.mooring.model.RevokeMode;
import dev.mooring.model.ScopeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Which keys a change wakes up, in a world of two departments: {@code research} has the projects {@code vision}, which
 * shares {@code imagenet} with the department {@code labs}, and {@code maps}; {@code labs} has {@code speech}, where a pod
 * uses the mirror. The department {@code new} has no namespace yet.
 */
class WakeUpsTest {
    private static final DepartmentView RESEARCH = department("research", "department-research");
    private static final DepartmentView LABS = department("labs", "department-labs");
    private static final DepartmentView NEW = department("new", null);
    private static final ProjectView VISION = project("department-research", "vision");
    private static final ProjectView MAPS = project("department-research", "maps");
    private static final ProjectView SPEECH = project("department-labs", "speech");
    private static final DataVolumeView IMAGENET =
            new DataVolumeView("vision", "imagenet", "imagenet-uid", "data", new VolumeState.Ready(), false);
    private static final ShareView SHARE = share(ScopeKind.DEPARTMENT, "department-labs-uid", null);
    private static final PodView POD = new PodView(
            "speech", "train", "pod-uid", Instant.EPOCH, Duration.ZERO, null, List.of("dv.vision.imagenet"));
    private static final String MIRROR = "speech/dv.vision.imagenet";
    private static final String EVERYTHING_ABOUT_IMAGENET_SOON =
            "[datavolume vision/imagenet soon, mirror speech/dv.vision.imagenet, share vision/to-labs soon]";

    private static final BackendIdentity EXPORT = BackendIdentity.nfs("nas.example", "/exports/imagenet");

    private final Indexes indexes = Indexes.empty();
    private final Set<String> woken = new TreeSet<>();
    private final WakeUps wakeUps = new WakeUps(
            indexes,
            () -> new Target.Found("mooring-cluster", "cluster-uid"),
            place -> Stream.of(new Holding(new DataVolumeId("vision", "imagenet"), EXPORT))
                    .filter(holding -> holding.place().overlaps(place)),
            new Wakers(waker("department"), waker("project"), waker("datavolume"), waker("share"), waker("mirror")));

    @BeforeEach
    void fill() {
        List.of(RESEARCH, LABS, NEW)
                .forEach(department -> indexes.departmentsByNamespace()
                        .changed("mooring-cluster/" + department.name(), null, department));
        List.of(VISION, MAPS, SPEECH).forEach(project -> {
            var key = project.departmentNamespace() + "/" + project.name();
            indexes.projectsByName().changed(key, null, project);
            indexes.projectsByDepartment().changed(key, null, project);
        });
        indexes.dataVolumesByClaim().changed("vision/imagenet", null, IMAGENET);
        indexes.dataVolumesByNamespace().changed("vision/imagenet", null, IMAGENET);
        indexes.sharesByVolume().changed("vision/to-labs", null, SHARE);
        indexes.sharesByScope().changed("vision/to-labs", null, SHARE);
        indexes.sharesByNamespace().changed("vision/to-labs", null, SHARE);
        indexes.consumers().changed("speech/train", null, POD);
    }

    @Test
    void aVolumeConcernsTheDataVolumesWhoseStorageItLeadsTo() {
        var around = BackendIdentity.nfs("NAS.example", "/exports/");
        wakeUps.storage("alias", null, new StorageView(null, null, List.of(around)));

        assertThat(woken).containsExactly("datavolume vision/imagenet soon");
    }

    @Test
    void theVolumeOfAMirrorConcernsNobodyByWhereItLeads() {
        var origin = new DataVolumeId("vision", "imagenet");
        wakeUps.storage("mirror", null, new StorageView("speech/dv.vision.imagenet", origin, List.of(EXPORT)));

        assertThat(woken).isEmpty();
    }

    @Test
    void aPodConcernsItsMirrorsAtOnceAndTheCountsSoon() {
        wakeUps.pod("speech/train", null, POD);

        assertThat(woken).hasToString(EVERYTHING_ABOUT_IMAGENET_SOON);
    }

    @Test
    void aPodThatGoesConcernsTheSameAsOneThatComes() {
        wakeUps.pod("speech/train", POD, null);

        assertThat(woken).hasToString(EVERYTHING_ABOUT_IMAGENET_SOON);
    }

    @Test
    void aMirrorConcernsItselfAtOnceAndTheCountsSoon() {
        wakeUps.mirrorClaim(
                MIRROR,
                null,
                new MirrorClaimView("speech", "dv.vision.imagenet", "uid", "volume-uid", false, null, null));

        assertThat(woken).hasToString(EVERYTHING_ABOUT_IMAGENET_SOON);
    }

    @Test
    void aShareConcernsTheMirrorsOfItsDataVolume() {
        wakeUps.share("vision/to-labs", SHARE, null);

        assertThat(woken)
                .containsExactly("datavolume vision/imagenet soon", "mirror " + MIRROR, "share vision/to-labs");
    }

    @Test
    void aShareConcernsTheMirrorThatItWantsAtOnce() {
        wakeUps.share("vision/to-maps", null, share(ScopeKind.PROJECT, "maps-uid", "maps"));

        assertThat(woken).contains("mirror maps/dv.vision.imagenet");
    }

    @Test
    void aDataVolumeConcernsItsSharesAndMirrors() {
        wakeUps.dataVolume("vision/imagenet", null, IMAGENET);

        assertThat(woken).containsExactly("datavolume vision/imagenet", "mirror " + MIRROR, "share vision/to-labs");
    }

    @Test
    void aDataVolumeConcernsTheOthersThatWaitForItsClaim() {
        wakeUps.dataVolume(
                "vision/laion",
                new DataVolumeView("vision", "laion", "uid", "data", new VolumeState.Ready(), false),
                null);

        assertThat(woken).containsExactly("datavolume vision/imagenet", "datavolume vision/laion");
    }

    @Test
    void anOriginProjectConcernsItsDataVolumesAndWhoeverUsesThem() {
        wakeUps.project("department-research/vision", null, VISION);

        assertThat(woken)
                .containsExactly(
                        "datavolume vision/imagenet",
                        "department mooring-cluster/new",
                        "department mooring-cluster/research soon",
                        "mirror " + MIRROR,
                        "project department-research/vision",
                        "share vision/to-labs");
    }

    @Test
    void aConsumingProjectConcernsItsMirrorsAndTheSharesThatReachIt() {
        wakeUps.project("department-labs/speech", SPEECH, null);

        assertThat(woken)
                .containsExactly(
                        "department mooring-cluster/labs soon",
                        "department mooring-cluster/new",
                        "mirror " + MIRROR,
                        "project department-labs/speech",
                        "share vision/to-labs soon");
    }

    @Test
    void aDepartmentConcernsItsProjectsAndAllThatDependsOnThem() {
        wakeUps.department("mooring-cluster/labs", LABS, null);

        assertThat(woken)
                .containsExactly(
                        "department mooring-cluster/labs",
                        "department mooring-cluster/new",
                        "mirror " + MIRROR,
                        "project department-labs/speech",
                        "share vision/to-labs soon");
    }

    @Test
    void anotherNamespaceOfTheNameConcernsAllThatWasInForceThere() {
        wakeUps.identity("speech", new NamespaceView("speech", "speech-uid"), new NamespaceView("speech", "other"));

        assertThat(woken)
                .containsExactly("mirror " + MIRROR, "project department-labs/speech", "share vision/to-labs soon");
    }

    @Test
    void aNamespacesLabelsAndOffersConcernWhoWantsIt() {
        wakeUps.namespace("vision", null, new NamespaceState("vision-uid", false, Map.of(), null));

        assertThat(woken)
                .containsExactly(
                        "datavolume vision/imagenet",
                        "department mooring-cluster/new",
                        "project department-research/vision");
    }

    @Test
    void aDepartmentsNamespaceConcernsTheDepartment() {
        wakeUps.namespace("department-labs", null, new NamespaceState("uid", false, Map.of(), null));

        assertThat(woken).containsExactly("department mooring-cluster/labs", "department mooring-cluster/new");
    }

    @Test
    void aClaimConcernsItsDataVolume() {
        wakeUps.claim("vision/data", null, new ClaimView("vision", "data", "uid", true, false));

        assertThat(woken).containsExactly("datavolume vision/imagenet");
    }

    @Test
    void aForeignClaimConcernsTheMirrorWhoseNameItHas() {
        wakeUps.claim(MIRROR, new ClaimView("speech", "dv.vision.imagenet", "uid", true, false), null);

        assertThat(woken).containsExactly("mirror " + MIRROR);
    }

    @Test
    void anOriginVolumeConcernsTheDataVolume() {
        wakeUps.volume("pv-1", null, volume("pv-1", new ObjectKey("vision", "data"), false));

        assertThat(woken).containsExactly("datavolume vision/imagenet");
    }

    @Test
    void aMirrorsVolumeConcernsTheMirror() {
        wakeUps.volume("mooring-1", null, volume("mooring-1", ObjectKey.parse(MIRROR), true));

        assertThat(woken).containsExactly("mirror " + MIRROR);
    }

    private Waker waker(String kind) {
        return new Waker() {
            @Override
            public void now(ObjectKey key) {
                woken.add(kind + " " + key);
                woken.remove(kind + " " + key + " soon");
            }

            @Override
            public void soon(ObjectKey key) {
                if (!woken.contains(kind + " " + key)) {
                    woken.add(kind + " " + key + " soon");
                }
            }
        };
    }

    private static DepartmentView department(String name, @Nullable String namespace) {
        var scope = namespace == null ? null : new NamespaceIdentity(namespace, namespace + "-uid");
        return new DepartmentView("mooring-cluster", name, name + "-object", scope, false);
    }

    private static ProjectView project(String department, String name) {
        return new ProjectView(department, name, name + "-object", name + "-uid", false);
    }

    private static ShareView share(ScopeKind kind, String uid, @Nullable String mirroredIn) {
        return new ShareView(
                "vision",
                "to-labs",
                "share-uid",
                "imagenet",
                "imagenet-uid",
                new GrantScope.SharedWith(kind, uid),
                Access.READ_ONLY,
                null,
                mirroredIn,
                RevokeMode.KEEP,
                false);
    }

    private static VolumeView volume(String name, ObjectKey claim, boolean mirror) {
        return new VolumeView(
                name, name + "-uid", claim, "claim-uid", mirror, "Retain", "5Gi", List.of("ReadWriteMany"), false);
    }
}
