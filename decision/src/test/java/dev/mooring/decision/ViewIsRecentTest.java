package dev.mooring.decision;

import static dev.mooring.decision.World.asking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.Decision.Allow;
import dev.mooring.decision.Decision.Deny;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewIsRecentTest {
    private static final World UNHEARD_OF =
            new World(Grants.outOfDate("nlp", List.of("Project", "DataVolumeShare")), HeldStorage.NONE, Map.of());
    private static final Deny DENIAL = new Deny(
            DenyReason.VIEW_TOO_OLD,
            "pod \"train\" in namespace \"nlp\": Mooring has not heard of changes of Project, DataVolumeShare for more than"
                    + " two seconds and so allows nothing that may have been revoked since; try again in a few seconds",
            Duration.ofSeconds(1));
    private static final String CLAIMING = """
            {metadata: {name: 'train'},
             spec: {volumes: [{name: 'data', persistentVolumeClaim: {claimName: 'dv.vision.imagenet', readOnly: true}}]}}
            """;

    @Test
    void deniesReferences() {
        assertThat(UNHEARD_OF.mutate(asking("vision/imagenet"))).isEqualTo(DENIAL);
        assertThat(UNHEARD_OF.validate(asking("vision/imagenet"))).isEqualTo(DENIAL);
    }

    @Test
    void deniesClaimsOfMirrors() {
        assertThat(UNHEARD_OF.mutate(CLAIMING)).isEqualTo(DENIAL);
        assertThat(UNHEARD_OF.validate(CLAIMING)).isEqualTo(DENIAL);
    }

    @Test
    void deniesTemplatesThatAskForMore() {
        assertThat(PodDecisions.early(workload("vision/laion"), workload("vision/imagenet"), UNHEARD_OF.grants()))
                .isInstanceOfSatisfying(
                        Deny.class, deny -> assertThat(deny.reason()).isEqualTo(DenyReason.VIEW_TOO_OLD));
    }

    @Test
    void leavesTemplatesAloneThatAskForNothingNew() {
        assertThat(PodDecisions.early(workload("vision/imagenet"), workload("vision/imagenet"), UNHEARD_OF.grants()))
                .isEqualTo(Allow.NOTHING);
    }

    @Test
    void leavesEphemeralContainersAloneThatMountNoData() {
        assertThat(PodDecisions.validateEphemeral(pod(CLAIMING), pod(CLAIMING), UNHEARD_OF.grants()))
                .isEqualTo(Allow.NOTHING);
    }

    @Test
    void deniesEphemeralContainersThatMountTheMirror() {
        var reader = UNHEARD_OF.facts(Json.read("""
                {metadata: {name: 'train'},
                 spec: {volumes: [{name: 'data', persistentVolumeClaim: {claimName: 'dv.vision.imagenet', readOnly: true}}],
                        ephemeralContainers: [{name: 'debug', volumeMounts: [
                            {name: 'data', mountPath: '/d', readOnly: true}]}]}}
                """));

        assertThat(PodDecisions.validateEphemeral(reader, pod(CLAIMING), UNHEARD_OF.grants()))
                .isEqualTo(DENIAL);
    }

    @Test
    void leavesPodsAloneThatAskForNoData() {
        assertThat(UNHEARD_OF.mutate("{metadata: {name: 'train', annotations: {'mooring.dev/containers': 'main'}}}"))
                .isInstanceOf(Allow.class);
        assertThat(UNHEARD_OF.validate("{metadata: {name: 'train'}}")).isEqualTo(Allow.NOTHING);
    }

    @Test
    void saysThatAnAssetIsNotAvailableWhateverIsShared() {
        assertThat(UNHEARD_OF.mutate("""
                        {metadata: {name: 'train', annotations: {'mooring.dev/environment': 'jupyter',
                                                                 'mooring.dev/data-volumes': 'vision/imagenet'}}}
                        """))
                .isInstanceOfSatisfying(
                        Deny.class, deny -> assertThat(deny.reason()).isEqualTo(DenyReason.ASSETS_NOT_AVAILABLE));
    }

    private static WorkloadFacts workload(String references) {
        return new WorkloadFacts(Requests.NONE, pod(asking(references)));
    }

    private static PodFacts pod(String text) {
        return UNHEARD_OF.facts(Json.read(text));
    }
}
