package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.EndingMirror;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MirrorClaimViewTest {
    @Test
    void keepsItsNames() {
        assertThat(MirrorClaimView.of(claim()))
                .isEqualTo(new MirrorClaimView(
                        "nlp", "dv.vision.imagenet", "uid-of-dv.vision.imagenet", null, false, null, null));
    }

    @Test
    void keepsWhichDataVolumeItIsAMirrorOf() {
        var claim = claim();
        claim.getMetadata().setLabels(Map.of("mooring.dev/data-volume-uid", "uid-of-imagenet"));

        assertThat(MirrorClaimView.of(claim).dataVolumeUid()).isEqualTo("uid-of-imagenet");
    }

    @Test
    void keepsWhetherItsConsumersAreEvicted() {
        var claim = claim();
        claim.getMetadata().setAnnotations(Map.of("mooring.dev/on-revoke", "Evict"));

        assertThat(MirrorClaimView.of(claim).evicts()).isTrue();
    }

    @Test
    void keepsWhatIsNotedOfItsRevocation() {
        var claim = claim();
        var noon = "2026-11-24T12:00:00Z";
        claim.getMetadata().setAnnotations(Map.of("mooring.dev/revoked-at", noon, "mooring.dev/revocation-untold", ""));
        assertThat(MirrorClaimView.of(claim).revoked())
                .isEqualTo(new MirrorClaimView.Revoked(Instant.parse(noon), false));

        claim.getMetadata().setAnnotations(Map.of("mooring.dev/revoked-at", noon));
        assertThat(MirrorClaimView.of(claim).revoked())
                .isEqualTo(new MirrorClaimView.Revoked(Instant.parse(noon), true));
    }

    @Test
    void takesAnUnreadableTimeOfItsRevocationForNone() {
        var claim = claim();
        claim.getMetadata().setAnnotations(Map.of("mooring.dev/revoked-at", "noon"));

        assertThat(MirrorClaimView.of(claim).revoked()).isNull();
    }

    @Test
    void seesThatItIsBeingDeleted() {
        var claim = claim();
        claim.getMetadata().setDeletionTimestamp(Objects.DELETED);

        assertThat(MirrorClaimView.of(claim).ending()).isEqualTo(new EndingMirror("", List.of()));
    }

    @Test
    void keepsWhoKeepsItFromGoing() {
        var claim = claim();
        claim.getMetadata().setDeletionTimestamp(Objects.DELETED);
        claim.getMetadata().setAnnotations(Map.of("mooring.dev/held-by", "train-1 and 2 more"));
        claim.getMetadata().setFinalizers(List.of("kubernetes.io/pvc-protection", "example.com/backup"));

        assertThat(MirrorClaimView.of(claim).ending())
                .isEqualTo(new EndingMirror("train-1 and 2 more", List.of("example.com/backup")));
    }

    private static PersistentVolumeClaim claim() {
        return new PersistentVolumeClaimBuilder()
                .withMetadata(Objects.metadata("nlp", "dv.vision.imagenet"))
                .build();
    }
}
