package dev.mooring.decision;

import static dev.mooring.decision.World.NLP;
import static dev.mooring.decision.World.asking;
import static dev.mooring.decision.World.denied;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VolumeStandsOnceTest {
    private static final String WAY_OUT =
            "; kubelet cannot mount it twice, so use one volume, for reading or for writing";

    @Test
    void deniesReadingAndWritingByReference() {
        assertThat(NLP.mutate(asking("scratch:/a, scratch:/b:rw")))
                .isEqualTo(denied(
                        DenyReason.SAME_VOLUME_TWICE,
                        "data volume \"vision/scratch\" is in this pod twice: \"scratch:/a\" (column 1 of"
                                + " mooring.dev/data-volumes) for reading, and \"scratch:/b:rw\" (column 13 of"
                                + " mooring.dev/data-volumes) for writing" + WAY_OUT));
    }

    @Test
    void deniesReadingAndWritingOfOnesOwn() {
        assertThat(NLP.mutate(asking("notes:/a, notes:/b:rw")))
                .isEqualTo(denied(
                        DenyReason.SAME_VOLUME_TWICE,
                        "data volume \"nlp/notes\" is in this pod twice: \"notes:/a\" (column 1 of"
                                + " mooring.dev/data-volumes) for reading, and \"notes:/b:rw\" (column 11 of"
                                + " mooring.dev/data-volumes) for writing" + WAY_OUT));
    }

    @Test
    void deniesOneClaimInTwoVolumes() {
        assertThat(NLP.validate(holding("''", "dv.vision.imagenet", "dv.vision.imagenet")))
                .isEqualTo(denied(
                        DenyReason.SAME_VOLUME_TWICE,
                        "data volume \"vision/imagenet\" is in this pod twice: volume \"one\" for reading, and volume"
                                + " \"two\" for reading" + WAY_OUT));
    }

    @Test
    void deniesTwoMirrorsOfOneVolume() {
        assertThat(NLP.validate(holding("''", "dv.vision.scratch", "dvrw.vision.scratch")))
                .isEqualTo(denied(
                        DenyReason.SAME_VOLUME_TWICE,
                        "data volume \"vision/scratch\" is in this pod twice: volume \"one\" for reading, and volume"
                                + " \"two\" for writing" + WAY_OUT));
    }

    @Test
    void deniesAReferenceBesideTheOtherMirror() {
        assertThat(NLP.mutate(holding("'scratch'", "dvrw.vision.scratch", "other")))
                .isEqualTo(denied(
                        DenyReason.SAME_VOLUME_TWICE,
                        "data volume \"vision/scratch\" is in this pod twice: volume \"one\" for writing, and"
                                + " \"scratch\" (column 1 of mooring.dev/data-volumes) for reading" + WAY_OUT));
    }

    @Test
    void deniesAReferenceForReadingBesideOnesOwnClaimForWriting() {
        assertThat(NLP.mutate(holding("'notes'", "other", "notes-claim")))
                .isEqualTo(denied(
                        DenyReason.SAME_VOLUME_TWICE,
                        "data volume \"nlp/notes\" is in this pod twice: volume \"two\" for writing, and"
                                + " \"notes\" (column 1 of mooring.dev/data-volumes) for reading" + WAY_OUT));
    }

    @Test
    void allowsAReferenceForWritingBesideOnesOwnClaimForWriting() {
        assertThat(NLP.mutate(holding("'notes:rw'", "other", "notes-claim"))).isInstanceOf(Decision.Plan.class);
    }

    private static String holding(String references, String first, String second) {
        String annotations = references.equals("''") ? "" : "'mooring.dev/data-volumes': " + references;
        return """
                {metadata: {name: 'train', annotations: {%s}},
                 spec: {containers: [{name: 'main'}],
                        volumes: [{name: 'one', persistentVolumeClaim: {claimName: '%s'}},
                                  {name: 'two', persistentVolumeClaim: {claimName: '%s'}}]}}
                """.formatted(annotations, first, second);
    }
}
