package dev.mooring.controller.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.BackendIdentity;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.informers.StorageView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VolumesByPlaceTest {
    private static final BackendIdentity EXPORT = BackendIdentity.nfs("nas.example", "/exports/imagenet");
    private static final BackendIdentity AROUND = BackendIdentity.nfs("nas.example", "/exports");

    private final VolumesByPlace volumes = new VolumesByPlace();

    @Test
    void namesWhatLeadsToTheStorage() {
        volumes.changed("second", null, storage(null));
        volumes.changed("first", null, storage("ads/data"));

        assertThat(volumes.foreign(List.of(AROUND), "vision")).containsExactly("first", "second");
    }

    @Test
    void leavesOutWhatIsForTheProjectItself() {
        volumes.changed("own", null, storage("vision/data"));

        assertThat(volumes.foreign(List.of(EXPORT), "vision")).isEmpty();
    }

    @Test
    void leavesOutMirrors() {
        volumes.changed(
                "mirror",
                null,
                new StorageView("ads/dv.vision.imagenet", new DataVolumeId("vision", "imagenet"), List.of(EXPORT)));

        assertThat(volumes.foreign(List.of(EXPORT), "vision")).isEmpty();
    }

    @Test
    void forgetsWhatIsGone() {
        volumes.changed("gone", null, storage(null));
        volumes.changed("gone", storage(null), null);

        assertThat(volumes.foreign(List.of(EXPORT), "vision")).isEmpty();
    }

    @Test
    void followsAVolumeThatIsReservedForTheProject() {
        volumes.changed("volume", null, storage(null));
        volumes.changed("volume", storage(null), storage("vision/data"));

        assertThat(volumes.foreign(List.of(EXPORT), "vision")).isEmpty();
        assertThat(volumes.foreign(List.of(EXPORT), "ads")).containsExactly("volume");
    }

    private static StorageView storage(@Nullable String claim) {
        return new StorageView(claim, null, List.of(EXPORT));
    }
}
