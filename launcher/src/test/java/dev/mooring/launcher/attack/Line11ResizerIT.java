package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimCondition;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The accounts that resize storage at work on a mirror, and a tenant in their place. */
@Attack(line = 11)
@WithAndWithoutProcesses
class Line11ResizerIT {
    private static final String AT_WORK = """
            {"status": {"capacity": {"storage": "2Gi"}, "conditions": [{"type": "Resizing", "status": "True"}]}}""";

    private final Site site;
    private final Scene scene;

    Line11ResizerIT(Processes processes, Site site) {
        this.site = site;
        scene = site.scene();
        site.put(processes);
        site.installResizer();
    }

    /** Who resizes, with the rights that each has in any cluster. */
    enum Resizer {
        /** Kubernetes' own, for volumes in its tree. */
        EXPAND_CONTROLLER("expand-controller"),
        /** The sidecar of CSI drivers. */
        EXTERNAL_RESIZER("external-resizer");

        private final String account;

        Resizer(String account) {
            this.account = account;
        }

        KubernetesClient client(Site site) {
            return site.serviceAccount("kube-system", account);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResizerWritesTheStatusAndChangesNoSpec(Resizer resizer, Attempt attempt) {
        var spec = mirror().getSpec();
        var capacity = String.valueOf(mirror().getStatus().getCapacity().get("storage"));

        attempt.hasNoEffect(
                "the resizer goes on working, and the spec stays as it was",
                () -> site.world().eventually(() -> {
                    var written = writeStatus(resizer.client(site), AT_WORK);
                    assertThat(written.getStatus().getConditions())
                            .extracting(PersistentVolumeClaimCondition::getType)
                            .contains("Resizing");
                    assertThat(written.getSpec()).isEqualTo(spec);
                }));
        writeStatus(
                resizer.client(site),
                "{\"status\": {\"capacity\": {\"storage\": \"%s\"}, \"conditions\": null}}".formatted(capacity));
    }

    @ParameterizedTest
    @EnumSource
    void aResizerDoesNotMakeTheMirrorsVolumeLarger(Resizer resizer, Attempt attempt) {
        site.world()
                .eventually(() -> attempt.refused(
                        "mooring-frozen-volumes",
                        "MirrorFrozen",
                        () -> resizer.client(site)
                                .persistentVolumes()
                                .withName(scene.mirrorVolume())
                                .patch(Merge.PATCH, "{\"spec\": {\"capacity\": {\"storage\": \"2Gi\"}}}")));
    }

    @Test
    void aTenantInTheResizersPlaceIsRefused(Attempt attempt) {
        attempt.refusedByRbac(() -> writeStatus(scene.rosa(), AT_WORK));
    }

    private PersistentVolumeClaim mirror() {
        return site.admin().resource(scene.mirror()).get();
    }

    private PersistentVolumeClaim writeStatus(KubernetesClient client, String status) {
        return client.resource(scene.mirror()).subresource("status").patch(Merge.PATCH, status);
    }
}
