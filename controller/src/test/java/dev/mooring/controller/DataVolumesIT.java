package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.model.Access;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeStatus;
import dev.mooring.model.OriginStatus;
import dev.mooring.model.Phase;
import dev.mooring.model.ScopeKind;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of data volumes and shares, on a real API server. Each test has projects of its own. */
@WithCluster
class DataVolumesIT extends InstalledIT {
    DataVolumesIT(TestCluster cluster) {
        super(cluster, "data");
    }

    @Test
    void aReadyDataVolumeNamesItsStorage() {
        var volume = mooring.readyDataVolume("data", "storage");
        var claim = mooring.findClaim("storage", "data");

        assertThat(mooring.fresh(volume).getStatus())
                .extracting(DataVolumeStatus::phase, DataVolumeStatus::origin)
                .containsExactly(
                        Phase.READY,
                        new OriginStatus(
                                "origin-storage",
                                claim == null ? null : claim.getMetadata().getUid(),
                                "hostPath",
                                "5Gi",
                                List.of("ReadWriteMany")));
    }

    @Test
    void theDataOfADataVolumeIsRetainedAndItsClaimSaysSo() {
        mooring.readyDataVolume("data", "retained");

        assertThat(policies("origin-retained")).containsExactly("Retain", "Delete");
        assertThat(claimLabels("retained")).containsEntry("mooring.dev/data-volume", "imagenet");
    }

    @Test
    void aDataVolumeThatIsDeletedGivesBackPolicyAndLabel() {
        var volume = mooring.readyDataVolume("data", "given-back");
        admin.resource(volume).delete();

        mooring.eventually(() -> mooring.isGone(volume));
        assertThat(policies("origin-given-back")).containsExactly("Delete", "none");
        assertThat(claimLabels("given-back")).doesNotContainKey("mooring.dev/data-volume");
    }

    @Test
    void aVolumeThatIsRetainedAnywayStaysSoAndIsAsItWasAfterwards() {
        mooring.readyProject("data", "kept-anyway");
        mooring.boundClaim("kept-anyway");
        setPolicy("origin-kept-anyway", "Retain");
        var volume = mooring.dataVolume("kept-anyway", "imagenet", "data");
        mooring.awaitReason(volume, "Ready");
        assertThat(policies("origin-kept-anyway")).containsExactly("Retain", "Retain");

        assertThatThrownBy(() -> setPolicy("origin-kept-anyway", "Delete"))
                .hasMessageContaining("its reclaim policy stays Retain");

        admin.resource(volume).delete();
        mooring.eventually(() -> mooring.isGone(volume));
        assertThat(policies("origin-kept-anyway")).containsExactly("Retain", "none");
    }

    @Test
    void aDataVolumeIsReadyAsSoonAsItsClaimIsBound() {
        mooring.readyProject("data", "unbound");
        var claim = mooring.claim("unbound", "data");
        var volume = mooring.dataVolume("unbound", "imagenet", "data");
        mooring.awaitReason(volume, "ClaimNotBound");
        assertThat(mooring.fresh(volume).getStatus())
                .extracting(DataVolumeStatus::phase)
                .isEqualTo(Phase.NOT_READY);

        mooring.volume("origin-unbound", claim, Storage.hostPath("data"));
        mooring.awaitReason(volume, "Ready");
    }

    @Test
    void aDataVolumeIsReadyAsSoonAsItsClaimIsThere() {
        mooring.readyProject("data", "early");
        var volume = mooring.dataVolume("early", "imagenet", "data");
        mooring.awaitReason(volume, "ClaimMissing");
        assertThat(mooring.fresh(volume).getStatus())
                .extracting(DataVolumeStatus::phase)
                .isEqualTo(Phase.NOT_READY);

        mooring.boundClaim("early");
        mooring.awaitReason(volume, "Ready");
    }

    @Test
    void aDataVolumeOutsideAProjectIsNotReady() {
        mooring.makeNamespace("wild");
        mooring.boundClaim("wild");
        var volume = mooring.dataVolume("wild", "imagenet", "data");

        mooring.awaitReason(volume, "NotInAProject");
        assertThat(policies("origin-wild")).containsExactly("Delete", "none");
    }

    @Test
    void theSecondDataVolumeOfAClaimWaitsUntilTheFirstIsGone() {
        var first = mooring.readyDataVolume("data", "twice");
        var second = mooring.dataVolume("twice", "laion", "data");
        mooring.awaitReason(second, "ClaimTaken");

        admin.resource(first).delete();
        mooring.awaitReason(second, "Ready");
        assertThat(claimLabels("twice")).containsEntry("mooring.dev/data-volume", "laion");
        assertThat(policies("origin-twice")).containsExactly("Retain", "Delete");
    }

    @Test
    void aBackendThatCannotBeMirroredIsLeftAlone() {
        mooring.readyProject("data", "block-device");
        mooring.boundClaim(
                "block-device",
                new PersistentVolumeBuilder()
                        .withNewSpec()
                        .withNewCsi()
                        .withDriver("ebs.csi.aws.com")
                        .withVolumeHandle("vol-1")
                        .endCsi()
                        .endSpec()
                        .build());
        var volume = mooring.dataVolume("block-device", "imagenet", "data");

        mooring.awaitReason(volume, "SingleWriterStorage");
        assertThat(policies("origin-block-device")).containsExactly("Delete", "none");
    }

    @Test
    void aClaimThatWasMadeAgainIsOtherData() {
        var volume = mooring.readyDataVolume("data", "remade");
        mooring.collect(Objects.requireNonNull(mooring.findClaim("remade", "data")));
        mooring.awaitReason(volume, "ClaimMissing");
        mooring.volume("other-remade", mooring.claim("remade", "data"), Storage.hostPath("data"));

        mooring.awaitReason(volume, "ClaimReplaced");
    }

    @Test
    void aClaimThatLosesItsVolumeTakesTheDataVolumeOutOfUse() {
        var volume = mooring.readyDataVolume("data", "lossy");
        mooring.removeVolume("origin-lossy");

        mooring.awaitReason(volume, "ClaimLost");
        assertThat(mooring.fresh(volume).getStatus())
                .extracting(DataVolumeStatus::phase)
                .isEqualTo(Phase.NOT_READY);
    }

    @Test
    void theCapacityFollowsAnOriginThatGrows() {
        var volume = mooring.readyDataVolume("data", "growing");
        admin.persistentVolumes().withName("origin-growing").edit(found -> {
            found.getSpec().getCapacity().put("storage", new Quantity("10Gi"));
            return found;
        });

        mooring.eventually(() -> "10Gi".equals(capacity(volume)));
    }

    private @Nullable String capacity(DataVolume volume) {
        var status = mooring.fresh(volume).getStatus();
        return status == null || status.origin() == null
                ? null
                : status.origin().capacity();
    }

    @Test
    void aProjectsNamespaceGoesWithItsDataVolumesAndSharesThoughPodsElsewhereUseThem() {
        var volume = mooring.readyDataVolume("data", "leaving-all");
        mooring.readyProject("data", "left-behind");
        mooring.shareWithProject(volume, "left-behind");
        var pod = mooring.pod("left-behind", "train", "dv.leaving-all.imagenet", node);
        var mirror = mooring.boundMirror("left-behind", "dv.leaving-all.imagenet");
        var mirrorVolume = mooring.volumeOf(mirror);
        mooring.eventually(() -> mooring.counts(volume).equals(List.of(1, 1, 1)));
        var namespace = mooring.namespace("leaving-all");
        admin.resource(namespace).delete();

        mooring.eventually(() -> mooring.isGone(namespace));
        assertThat(mooring.fresh(mirror).isMarkedForDeletion()).isTrue();
        mooring.deleteAtOnce(pod);
        mooring.eventually(() -> mooring.isGone(mirror) && mooring.isGone(mirrorVolume));
    }

    @Test
    void aDataVolumeIsNotReadyAnyMoreWhenItsProjectGoes() {
        var volume = mooring.readyDataVolume("data", "leaving");
        admin.resources(dev.mooring.model.Project.class)
                .inNamespace("department-data")
                .withName("leaving")
                .delete();

        mooring.awaitReason(volume, "NotInAProject");
    }

    @Test
    void aNamespaceWithADataVolumeCanBeDeleted() {
        var volume = mooring.readyDataVolume("data", "ending");
        var namespace = mooring.namespace("ending");
        admin.resource(namespace).delete();

        mooring.eventually(() -> mooring.isGone(namespace));
        assertThat(mooring.isGone(volume)).isTrue();
    }

    @Test
    void aChangedConditionIsToldByAnEvent() {
        var volume = mooring.readyDataVolume("data", "told");

        mooring.eventually(() -> eventsAbout(volume).contains("Ready"));
    }

    @Test
    void aShareThatHasExpiredReachesNobody() {
        var volume = mooring.readyDataVolume("data", "expired");
        mooring.readyProject("data", "too-late");
        var share = mooring.share(
                volume, ScopeKind.PROJECT, "too-late", "too-late", Access.READ_ONLY, "2026-01-01T00:00:00Z");

        mooring.awaitReason(share, "Expired");
    }

    @Test
    void aShareWithATargetThatWasMadeAgainReachesNobody() {
        var volume = mooring.readyDataVolume("data", "steady");
        var project = mooring.readyProject("data", "renewed");
        var share = mooring.shareWithProject(volume, "renewed");
        mooring.awaitReason(share, "Shared");
        admin.namespaces().withName("renewed").delete();
        mooring.awaitReason(project, "NamespaceGone");
        mooring.makeNamespace("renewed");
        mooring.adopt("renewed", "data/renewed");
        mooring.awaitReason(project, "NamespaceReady");

        mooring.awaitReason(share, "ReachesNobody");
    }

    private void setPolicy(String volume, String policy) {
        admin.persistentVolumes().withName(volume).edit(found -> {
            found.getSpec().setPersistentVolumeReclaimPolicy(policy);
            return found;
        });
    }

    private List<String> policies(String volume) {
        var found = mooring.findVolume(volume);
        return found == null ? List.of() : policies(found);
    }

    private static List<String> policies(PersistentVolume volume) {
        return List.of(
                volume.getSpec().getPersistentVolumeReclaimPolicy(),
                volume.getMetadata().getAnnotations().getOrDefault("mooring.dev/original-reclaim-policy", "none"));
    }

    private Map<String, String> claimLabels(String namespace) {
        var claim = mooring.findClaim(namespace, "data");
        return claim == null ? Map.of() : claim.getMetadata().getLabels();
    }

    @Test
    void aVolumeThatLeadsToTheStorageIsNamedAndToldOfAndLeftAlone() {
        var volume = mooring.readyDataVolume("data", "aliased");
        var alias =
                admin.resource(alias("alias-of-aliased", "/tmp/aliased/train")).create();

        mooring.eventually(() -> aliases(volume).contains("alias-of-aliased"));
        mooring.eventually(() -> eventsAbout(volume).contains("Aliased"));
        assertThat(mooring.meters().get("mooring.data.volumes.aliased").gauge().value())
                .isPositive();
        assertThat(admin.resource(alias).get()).isNotNull();
    }

    @Test
    void aVolumeThatWasThereBeforeIsFoundToo() {
        admin.resource(alias("older-than-outlived", "/tmp/outlived/")).create();

        var volume = mooring.readyDataVolume("data", "outlived");

        mooring.eventually(() -> aliases(volume).contains("older-than-outlived"));
    }

    @Test
    void aVolumeThatIsGoneIsNotNamedAnyLonger() {
        var volume = mooring.readyDataVolume("data", "unaliased");
        var alias =
                admin.resource(alias("alias-of-unaliased", "/tmp/unaliased")).create();
        mooring.eventually(() -> !aliases(volume).isEmpty());

        admin.resource(alias).delete();

        mooring.eventually(() -> aliases(volume).isEmpty());
    }

    @Test
    void mirrorsAndTheProjectsOwnVolumesAreNoAliases() {
        var volume = mooring.readyDataVolume("data", "own-aliases");
        var own = new PersistentVolumeBuilder(alias("own-of-own-aliases", "/tmp/own-aliases"))
                .editSpec()
                .withNewClaimRef()
                .withNamespace("own-aliases")
                .withName("again")
                .endClaimRef()
                .endSpec()
                .build();
        admin.resource(own).create();
        mooring.readyProject("data", "own-aliases-reader");
        mooring.shareWithProject(volume, "own-aliases-reader");
        mooring.pod("own-aliases-reader", "reader", "dv.own-aliases.imagenet", null);
        mooring.boundMirror("own-aliases-reader", "dv.own-aliases.imagenet");
        admin.resource(alias("alias-of-own-aliases", "/tmp/own-aliases")).create();

        mooring.eventually(() -> !aliases(volume).isEmpty());
        assertThat(aliases(volume))
                .contains("storage: alias-of-own-aliases;")
                .doesNotContain("own-of-own-aliases", "mooring-");
    }

    private static PersistentVolume alias(String name, String path) {
        return new PersistentVolumeBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .addToCapacity("storage", new Quantity("1Gi"))
                .withAccessModes("ReadWriteMany")
                .withStorageClassName("none")
                .withNewHostPath(path, "")
                .endSpec()
                .build();
    }

    /** Returns what the condition Aliased says, or nothing. */
    private String aliases(DataVolume volume) {
        var status = mooring.fresh(volume).getStatus();
        return status == null
                ? ""
                : status.conditions().stream()
                        .filter(condition -> DataVolumeStatus.ALIASED.equals(condition.getType())
                                && "True".equals(condition.getStatus()))
                        .map(Condition::getMessage)
                        .findFirst()
                        .orElse("");
    }

    private List<String> eventsAbout(DataVolume volume) {
        return admin.events().v1().events().inNamespace(volume.getMetadata().getNamespace()).list().getItems().stream()
                .filter(event -> volume.getMetadata()
                        .getUid()
                        .equals(event.getRegarding().getUid()))
                .map(event -> event.getReason())
                .toList();
    }
}
