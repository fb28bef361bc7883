package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.BackendIdentity;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.Holding;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeldStorageTest {
    private static final BackendIdentity EXPORT = BackendIdentity.nfs("nas.example", "/exports/imagenet");
    private static final BackendIdentity OTHER = BackendIdentity.nfs("nas.example", "/exports/laion");
    private static final BackendIdentity HANDLE = new BackendIdentity("csi:files.example", "vol-1", "/");
    private static final Holding IMAGENET = new Holding(new DataVolumeId("vision", "imagenet"), EXPORT);

    private final World world = World.populated();

    @Test
    void aDataVolumeHoldsTheStorageOfItsClaim() {
        world.storage("pv", storage("vision/data", EXPORT));

        assertThat(world.state.heldStorage().overlapping(EXPORT)).containsExactly(IMAGENET);
    }

    @Test
    void theOrderInWhichTheyComeDoesNotMatter() {
        world.noDataVolume("vision/imagenet")
                .storage("pv", storage("vision/data", EXPORT))
                .dataVolume("vision", "imagenet");

        assertThat(world.state.heldStorage().overlapping(EXPORT)).containsExactly(IMAGENET);
    }

    @Test
    void aClaimThatIsNoDataVolumesHoldsNothing() {
        world.storage("pv", storage("vision/scratch", EXPORT)).storage("free", storage(null, EXPORT));

        assertThat(world.state.heldStorage().overlapping(EXPORT)).isEmpty();
    }

    @Test
    void aDataVolumeThatIsGoneHoldsNothing() {
        world.storage("pv", storage("vision/data", EXPORT)).noDataVolume("vision/imagenet");

        assertThat(world.state.heldStorage().overlapping(EXPORT)).isEmpty();
    }

    @Test
    void aVolumeThatIsGoneHoldsNothing() {
        world.storage("pv", storage("vision/data", EXPORT)).noStorage("pv");

        assertThat(world.state.heldStorage().overlapping(EXPORT)).isEmpty();
    }

    @Test
    void aVolumeThatIsReservedLaterHoldsItsStorageFromThenOn() {
        world.storage("pv", storage(null, EXPORT)).storage("pv", storage("vision/data", EXPORT));

        assertThat(world.state.heldStorage().overlapping(EXPORT)).containsExactly(IMAGENET);
    }

    @Test
    void twoVolumesOfOneClaimHoldBothTheirStorages() {
        world.storage("old", storage("vision/data", OTHER))
                .storage("pv", storage("vision/data", EXPORT))
                .noStorage("old");

        assertThat(world.state.heldStorage().overlapping(EXPORT)).containsExactly(IMAGENET);
        assertThat(world.state.heldStorage().overlapping(OTHER)).isEmpty();
    }

    @Test
    void ofTwoDataVolumesOfOneClaimTheOtherHoldsOn() {
        world.dataVolume("vision", "again")
                .storage("pv", storage("vision/data", EXPORT))
                .noDataVolume("vision/imagenet");

        assertThat(world.state.heldStorage().overlapping(EXPORT))
                .containsExactly(new Holding(new DataVolumeId("vision", "again"), EXPORT));
    }

    @Test
    void aMirrorHoldsItsHandleForItsOrigin() {
        var handle = new BackendIdentity("csi:files.example", "vol-1-mooring-2", "/");
        world.storage(
                "mooring-2",
                new StorageView("nlp/dv.vision.imagenet", new DataVolumeId("vision", "imagenet"), List.of(handle)));

        assertThat(world.state.heldStorage().overlapping(handle))
                .containsExactly(new Holding(new DataVolumeId("vision", "imagenet"), handle));
    }

    @Test
    void aDataVolumeHasTheHandlesOfItsClaimsVolume() {
        world.storage("pv", new StorageView("vision/data", null, List.of(EXPORT, HANDLE)))
                .storage("other", storage("vision/scratch", new BackendIdentity("csi:files.example", "vol-2", "/")));

        assertThat(world.state.heldStorage().handles(IMAGENET.volume())).containsExactly(HANDLE);
    }

    @Test
    void theHandlesOfMirrorsAreNotTheDataVolumes() {
        world.storage("mooring-2", new StorageView("nlp/dv.vision.imagenet", IMAGENET.volume(), List.of(HANDLE)));

        assertThat(world.state.heldStorage().handles(IMAGENET.volume())).isEmpty();
    }

    @Test
    void aClaimThatIsNoDataVolumesHasTheHandlesOfItsVolumeToo() {
        world.storage("pv", new StorageView("vision/scratch", null, List.of(EXPORT, HANDLE)))
                .storage("other", storage("nlp/scratch", new BackendIdentity("csi:files.example", "vol-2", "/")));

        assertThat(world.state.heldStorage().handlesOfClaim("vision", "scratch"))
                .containsExactly(HANDLE);
    }

    @Test
    void aDataVolumeThatIsGoneHasNoHandles() {
        world.storage("pv", storage("vision/data", HANDLE)).noDataVolume("vision/imagenet");

        assertThat(world.state.heldStorage().handles(IMAGENET.volume())).isEmpty();
    }

    @Test
    void aVolumeThatIsGoneTakesItsHandleAlong() {
        world.storage("pv", storage("vision/data", HANDLE)).noStorage("pv");

        assertThat(world.state.heldStorage().handles(IMAGENET.volume())).isEmpty();
    }

    private static StorageView storage(@Nullable String claim, BackendIdentity place) {
        return new StorageView(claim, null, List.of(place));
    }
}
