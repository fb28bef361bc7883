package dev.mooring.decision;

import static dev.mooring.decision.World.NLP;
import static dev.mooring.decision.World.asking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.Decision.Allow;
import dev.mooring.decision.Decision.Deny;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A workload hears at submission what its pods would hear later. */
class EarlyAnswerTest {
    private static final World REVOKED = NLP.without(World.IMAGENET);

    @Test
    void deniesWhatPodsWouldBeDenied() {
        assertThat(early(NLP, asking("secret"), null))
                .isEqualTo(new Deny(
                        DenyReason.NOT_SHARED,
                        "pods of \"train\" in project \"nlp\": \"secret\" (column 1 of mooring.dev/data-volumes) does not"
                                + " exist or is not shared with this project; usable here: nlp/notes, vision/imagenet,"
                                + " vision/laion, vision/scratch"));
    }

    @Test
    void allowsWhatMutationWillAdd() {
        assertThat(early(NLP, asking("imagenet"), null))
                .isEqualTo(new Allow(List.of(), List.of(new VolumeUse(World.IMAGENET, AccessMode.READ_ONLY))));
    }

    @Test
    void allowsTypedClaimsThatMutationWillMakeReadOnly() {
        assertThat(early(NLP, holding("dv.vision.imagenet"), null)).isInstanceOf(Allow.class);
    }

    @Test
    void warnsOfKeysThatMeanNothing() {
        assertThat(early(NLP, annotated("'mooring.dev/data-volume': 'x'"), null))
                .isEqualTo(new Allow(
                        List.of(
                                "annotation mooring.dev/data-volume is unknown; did you mean mooring.dev/data-volumes?"),
                        List.of()));
    }

    @Test
    void letsAnUpdateThroughThatAsksForNothingNew() {
        assertThat(early(REVOKED, asking("imagenet"), asking("imagenet"))).isSameAs(Allow.NOTHING);
        assertThat(early(REVOKED, holding("dv.vision.imagenet"), holding("dv.vision.imagenet")))
                .isSameAs(Allow.NOTHING);
    }

    @Test
    void letsAnUpdateThroughThatAsksForLess() {
        assertThat(early(REVOKED, asking("imagenet"), asking("laion, imagenet")))
                .isInstanceOf(Allow.class);
    }

    @Test
    void letsAnUpdateThroughThatAsksForNothingAnyMore() {
        assertThat(early(REVOKED, annotated(""), asking("imagenet"))).isSameAs(Allow.NOTHING);
    }

    @Test
    void letsAnUpdateThroughThatKeepsWhatCouldNeverBeRead() {
        assertThat(early(NLP, asking("Imagenet"), asking("Imagenet"))).isSameAs(Allow.NOTHING);
    }

    @Test
    void letsAnUpdateThroughThatKeepsAKeyOfAnotherVersion() {
        assertThat(early(NLP, annotated("'mooring.dev/environment': 'x'"), annotated("'mooring.dev/environment': 'y'")))
                .isSameAs(Allow.NOTHING);
    }

    @Test
    void doesNotWarnAgainOfWhatIsOld() {
        assertThat(early(NLP, annotated("'mooring.dev/containers': 'x'"), annotated("'mooring.dev/containers': 'x'")))
                .isSameAs(Allow.NOTHING);
    }

    @Test
    void judgesTheReferenceThatIsNew() {
        assertThat(early(REVOKED, asking("imagenet, secret"), asking("imagenet")))
                .isEqualTo(new Deny(
                        DenyReason.NOT_SHARED,
                        "pods of \"train\" in project \"nlp\": \"secret\" (column 11 of mooring.dev/data-volumes) does"
                                + " not exist or is not shared with this project; usable here: nlp/notes, vision/laion,"
                                + " vision/scratch"));
    }

    @Test
    void judgesWritingWhereOnlyReadingIsOld() {
        assertThat(early(NLP, asking("imagenet:rw"), asking("imagenet")))
                .isInstanceOfSatisfying(
                        Deny.class, denial -> assertThat(denial.reason()).isEqualTo(DenyReason.SHARED_READ_ONLY));
    }

    @Test
    void judgesTheClaimThatIsNew() {
        assertThat(early(REVOKED, holding("dv.vision.imagenet"), holding("dv.vision.laion")))
                .isInstanceOfSatisfying(
                        Deny.class, denial -> assertThat(denial.reason()).isEqualTo(DenyReason.NOT_SHARED));
    }

    @Test
    void judgesTheBuildingBlockThatIsNew() {
        assertThat(early(NLP, annotated("'mooring.dev/environment': 'x'"), annotated("")))
                .isInstanceOfSatisfying(
                        Deny.class, denial -> assertThat(denial.reason()).isEqualTo(DenyReason.ASSETS_NOT_AVAILABLE));
    }

    @Test
    void judgesEverythingWhereTheOldCouldNotBeRead() {
        assertThat(early(REVOKED, asking("imagenet"), asking("imagenet,")))
                .isInstanceOfSatisfying(
                        Deny.class, denial -> assertThat(denial.reason()).isEqualTo(DenyReason.NOT_SHARED));
    }

    @Test
    void warnsOfAnAnnotationThatStandsBesideTheTemplate() {
        assertThat(PodDecisions.early(misplaced(annotated("")), null, NLP.grants()))
                .isEqualTo(new Allow(List.of(MISPLACED), List.of()));
    }

    @Test
    void warnsOfAnAnnotationThatStandsBesideATemplateWithOthers() {
        assertThat(PodDecisions.early(misplaced(holding("dv.vision.imagenet")), null, NLP.grants()))
                .isEqualTo(new Allow(List.of(MISPLACED), List.of(new VolumeUse(World.IMAGENET, AccessMode.READ_ONLY))));
    }

    @Test
    void doesNotWarnOfAnAnnotationThatThePodsHaveToo() {
        assertThat(PodDecisions.early(misplaced(asking("imagenet")), null, NLP.grants()))
                .isEqualTo(early(NLP, asking("imagenet"), null));
    }

    @Test
    void doesNotWarnAgainOfAnAnnotationThatStoodBesideTheTemplateBefore() {
        assertThat(PodDecisions.early(misplaced(annotated("")), misplaced(annotated("")), NLP.grants()))
                .isSameAs(Allow.NOTHING);
    }

    private static final String MISPLACED =
            "annotation mooring.dev/data-volumes does nothing here: it belongs in the metadata of the pod template";

    private static WorkloadFacts misplaced(String template) {
        return new WorkloadFacts(new Requests("imagenet", null, Set.of()), NLP.facts(Json.read(template)));
    }

    private static Decision early(World world, String template, @Nullable String old) {
        return PodDecisions.early(
                World.workload(world.facts(Json.read(template))),
                old == null ? null : World.workload(world.facts(Json.read(old))),
                world.grants());
    }

    private static String annotated(String annotations) {
        return "{metadata: {name: 'train', annotations: {%s}}, spec: {containers: [{name: 'main'}]}}"
                .formatted(annotations);
    }

    private static String holding(String claim) {
        return """
                {metadata: {name: 'train'},
                 spec: {containers: [{name: 'main'}],
                        volumes: [{name: 'data', persistentVolumeClaim: {claimName: '%s'}}]}}
                """.formatted(claim);
    }
}
