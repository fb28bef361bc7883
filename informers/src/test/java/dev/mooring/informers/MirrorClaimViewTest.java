package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import org.junit.jupiter.api.Test;

class MirrorClaimViewTest {
    @Test
    void keepsItsNames() {
        assertThat(MirrorClaimView.of(claim()))
                .isEqualTo(new MirrorClaimView("nlp", "dv.vision.imagenet", "uid-of-dv.vision.imagenet", false));
    }

    @Test
    void seesThatItIsBeingDeleted() {
        var claim = claim();
        claim.getMetadata().setDeletionTimestamp(Objects.DELETED);

        assertThat(MirrorClaimView.of(claim).deleting()).isTrue();
    }

    private static PersistentVolumeClaim claim() {
        return new PersistentVolumeClaimBuilder()
                .withMetadata(Objects.metadata("nlp", "dv.vision.imagenet"))
                .build();
    }
}
