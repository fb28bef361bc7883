package dev.mooring.decision;

import static dev.mooring.decision.DenyReason.NOT_A_PROJECT;
import static dev.mooring.decision.DenyReason.SUBMITTER_SEES_NOTHING;
import static dev.mooring.decision.DenyReason.SUBMITTER_UNKNOWN;
import static dev.mooring.decision.World.NLP;
import static dev.mooring.decision.World.asking;
import static dev.mooring.decision.World.denied;
import static dev.mooring.decision.World.submitted;
import static dev.mooring.decision.World.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.Decision.Allow;
import dev.mooring.decision.Decision.Deny;
import dev.mooring.decision.Submitter.Sight;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubmitterSeesDataVolumesTest {
    private static final String IMAGENET = asking("vision/imagenet");
    private static final String UNSHARED = asking("vision/private");
    private static final String NOTHING = "{metadata: {name: 'train'}}";

    @Test
    void deniesWhoMayNotSeeDataVolumesAndSaysTheWayOut() {
        assertThat(early(IMAGENET, Sight.SEES_NOT)).isInstanceOfSatisfying(Deny.class, denial -> {
            assertThat(denial.reason()).isEqualTo(SUBMITTER_SEES_NOTHING);
            assertThat(denial.message())
                    .contains(
                            "\"anna@example.org\"",
                            "get datavolumes.mooring.dev",
                            "\"nlp\"",
                            "access rule",
                            "researcher");
        });
    }

    @Test
    void deniesForNowWhileNobodyKnows() {
        assertThat(early(IMAGENET, Sight.UNKNOWN)).isInstanceOfSatisfying(Deny.class, denial -> {
            assertThat(denial.reason()).isEqualTo(SUBMITTER_UNKNOWN);
            assertThat(denial.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Sight.class,
            names = {"SEES", "NOT_ASKED"})
    void hasNothingAgainstTheOthers(Sight sight) {
        assertThat(early(IMAGENET, sight)).isInstanceOf(Allow.class);
    }

    @ParameterizedTest
    @EnumSource(Sight.class)
    void asksForNothingWhereNoDataIsAskedFor(Sight sight) {
        assertThat(PodDecisions.validate(submitted(facts(NOTHING), sight), NLP.grants()))
                .isEqualTo(Allow.NOTHING);
    }

    @Test
    void tellsNobodyWhatIsSharedWhoMayNotSeeIt() {
        assertThat(early(UNSHARED, Sight.SEES_NOT))
                .isInstanceOfSatisfying(
                        Deny.class, denial -> assertThat(denial.message()).doesNotContain("laion"));
    }

    @Test
    void judgesThePodThatIsMadeByHandToo() {
        assertThat(PodDecisions.validate(submitted(facts(IMAGENET), Sight.UNKNOWN), NLP.grants()))
                .isEqualTo(new Deny(
                        SUBMITTER_UNKNOWN,
                        denied(
                                        SUBMITTER_UNKNOWN,
                                        "the API server does not say at present whether \"anna@example.org\" may see data volumes"
                                                + " here, and so nothing that uses them is let in; try again in a few seconds")
                                .message(),
                        Duration.ofSeconds(1)));
    }

    @Test
    void leavesAnUpdateAloneThatAsksForNothingNew() {
        var template = submitted(facts(IMAGENET), Sight.SEES_NOT);

        assertThat(PodDecisions.early(workload(template), workload(template), NLP.grants()))
                .isEqualTo(Allow.NOTHING);
    }

    @Test
    void saysBeforeThatTheNamespaceIsNoProject() {
        var elsewhere = submitted(facts(IMAGENET), Sight.UNKNOWN);

        assertThat(PodDecisions.validate(elsewhere, Grants.outsideProjects("nlp")))
                .isInstanceOfSatisfying(
                        Deny.class, denial -> assertThat(denial.reason()).isEqualTo(NOT_A_PROJECT));
    }

    private static Decision early(String pod, Sight sight) {
        return PodDecisions.early(workload(submitted(facts(pod), sight)), null, NLP.grants());
    }

    private static PodFacts facts(String pod) {
        return NLP.facts(Json.read(pod));
    }
}
