package dev.mooring.decision;

import static dev.mooring.decision.World.NLP;
import static dev.mooring.decision.World.NOW;
import static dev.mooring.decision.World.asking;
import static dev.mooring.decision.World.denied;
import static dev.mooring.decision.World.only;
import static dev.mooring.decision.World.readable;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceMeaningTest {
    private static final DataVolumeId OTHER_IMAGENET = new DataVolumeId("audio", "imagenet");

    @ParameterizedTest
    @CsvSource({
        "imagenet,          dv.vision.imagenet",
        "vision/imagenet,   dv.vision.imagenet",
        "scratch,           dv.vision.scratch",
        "scratch:rw,        dvrw.vision.scratch",
        "vision/scratch:rw, dvrw.vision.scratch",
        "notes,             notes-claim",
        "nlp/notes,         notes-claim",
        "notes:rw,          notes-claim",
    })
    void isAClaim(String reference, String claim) {
        assertThat(NLP.mutated(asking(reference))
                        .at("/spec/volumes/0/persistentVolumeClaim/claimName")
                        .asText())
                .isEqualTo(claim);
    }

    @Test
    void ofABareNameIsOnesOwnFirst() {
        World world = NLP.with(readable(new DataVolumeId("audio", "notes")));

        assertThat(world.mutated(asking("notes"))
                        .at("/spec/volumes/0/persistentVolumeClaim/claimName")
                        .asText())
                .isEqualTo("notes-claim");
    }

    @Test
    void isDeniedWhereTwoAreSharedUnderOneBareName() {
        assertThat(NLP.with(readable(OTHER_IMAGENET)).mutate(asking("laion, imagenet")))
                .isEqualTo(denied(
                        DenyReason.AMBIGUOUS_REFERENCE,
                        "\"imagenet\" (column 8 of mooring.dev/data-volumes) fits more than one data volume;"
                                + " write one of them in full: audio/imagenet, vision/imagenet"));
    }

    @Test
    void isClearAgainOnceTheOtherShareIsOver() {
        assertThat(NLP.with(readable(OTHER_IMAGENET, new Term(NOW))).mutated(asking("imagenet")))
                .isEqualTo(NLP.mutated(asking("imagenet")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "vision/secret", "nlp/secret", "nowhere/secret"})
    void isOneAnswerForWhatDoesNotExistAndWhatIsNotShared(String reference) {
        assertThat(NLP.mutate(asking(reference)))
                .isEqualTo(denied(
                        DenyReason.NOT_SHARED,
                        "\"" + reference + "\" (column 1 of mooring.dev/data-volumes) does not exist or is not shared"
                                + " with this project; usable here: nlp/notes, vision/imagenet, vision/laion,"
                                + " vision/scratch"));
    }

    @Test
    void isDeniedOnceTheShareIsOver() {
        assertThat(only(readable(World.IMAGENET, new Term(NOW))).mutate(asking("imagenet")))
                .isEqualTo(denied(
                        DenyReason.NOT_SHARED,
                        "\"imagenet\" (column 1 of mooring.dev/data-volumes) does not exist or is not shared with this"
                                + " project; nothing can be used here yet"));
    }

    @Test
    void isDeniedForWritingWhereTheShareIsForReading() {
        assertThat(NLP.mutate(asking("imagenet:rw")))
                .isEqualTo(
                        denied(
                                DenyReason.SHARED_READ_ONLY,
                                "\"imagenet:rw\" (column 1 of mooring.dev/data-volumes) asks to write, and data volume"
                                        + " \"vision/imagenet\" is shared with this project for reading only; leave \":rw\" out"));
    }
}
