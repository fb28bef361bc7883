package dev.mooring.decision;

import static dev.mooring.decision.World.NLP;
import static dev.mooring.decision.World.denied;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimMeaningTest {

    @ParameterizedTest
    @ValueSource(strings = {"dv.vision.imagenet", "dv.vision.scratch"})
    void isTheDataVolumeThatIsShared(String claim) {
        assertThat(NLP.validate(holding(claim, true))).isInstanceOf(Decision.Allow.class);
    }

    @Test
    void mayBeForWritingWhereTheShareIs() {
        assertThat(NLP.validate(holding("dvrw.vision.scratch", false))).isInstanceOf(Decision.Allow.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dv.vision.secret", "dv.nowhere.x", "dvrw.vision.secret", "dv.vision-evil.imagenet"})
    void isOneAnswerForWhatDoesNotExistAndWhatIsNotShared(String claim) {
        String volume = claim.substring(claim.indexOf('.') + 1).replace('.', '/');

        assertThat(NLP.validate(holding(claim, true)))
                .isEqualTo(denied(
                        DenyReason.NOT_SHARED,
                        "volume \"data\" with claim \"" + claim + "\" needs data volume \"" + volume
                                + "\", which does not exist or is not shared with this project;"
                                + " usable here: nlp/notes, vision/imagenet, vision/laion, vision/scratch"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dv.vision.imagenet", "dvrw.vision.imagenet"})
    void isTheSameAnswerOnceTheShareIsOver(String claim) {
        World over = World.only(World.readable(World.IMAGENET, new Term(World.NOW)));

        assertThat(over.validate(holding(claim, true)))
                .isEqualTo(denied(
                        DenyReason.NOT_SHARED,
                        "volume \"data\" with claim \"" + claim + "\" needs data volume \"vision/imagenet\", which does"
                                + " not exist or is not shared with this project; nothing can be used here yet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dv.", "dv.vision", "dv.vision.imagenet.x", "dvrw.Vision.imagenet", "dv.vision/imagenet"})
    void isDeniedWhereTheNameIsReservedAndMeansNothing(String claim) {
        assertThat(NLP.mutate(holding(claim, true)))
                .isEqualTo(denied(
                        DenyReason.UNREADABLE_CLAIM_NAME,
                        "volume \"data\" with claim \"" + claim + "\" uses a name that is reserved for mirrors;"
                                + " those are spelled dv.<project>.<name> or dvrw.<project>.<name>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dv.nlp.notes", "dvrw.nlp.notes"})
    void isDeniedInTheOriginProjectNamingTheOriginClaim(String claim) {
        assertThat(NLP.mutate(holding(claim, true)))
                .isEqualTo(denied(
                        DenyReason.MIRROR_IN_ORIGIN,
                        "volume \"data\" with claim \"" + claim + "\" would be a mirror, and this project owns the data"
                                + " volume; use claim \"notes-claim\""));
    }

    @Test
    void isDeniedForWritingWhereTheShareIsForReading() {
        assertThat(NLP.mutate(holding("dvrw.vision.imagenet", false)))
                .isEqualTo(denied(
                        DenyReason.SHARED_READ_ONLY,
                        "volume \"data\" with claim \"dvrw.vision.imagenet\" asks to write, and data volume"
                                + " \"vision/imagenet\" is shared with this project for reading only;"
                                + " use claim \"dv.vision.imagenet\""));
    }

    private static String holding(String claim, boolean readOnly) {
        return """
                {metadata: {name: 'train'},
                 spec: {containers: [{name: 'main', volumeMounts: [{name: 'data', mountPath: '/d', readOnly: %2$s}]}],
                        volumes: [{name: 'data', persistentVolumeClaim: {claimName: '%1$s', readOnly: %2$s}}]}}
                """.formatted(claim, readOnly);
    }
}
