package dev.mooring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.Decision.Allow;
import dev.mooring.decision.Decision.Deny;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PersistentVolumeDecisionsTest {
    private static final Holding IMAGENET =
            new Holding(World.IMAGENET, BackendIdentity.nfs("nas.example", "/exports/imagenet"));
    private static final StorageSource AGAIN =
            StorageSource.of("nfs", Map.of("server", "NAS.example", "path", "/exports/imagenet/train"));

    @Test
    void noVolumeNamesTheStorageOfADataVolume() {
        assertThat(validate(AGAIN, null))
                .isEqualTo(new Deny(
                        DenyReason.STORAGE_HELD,
                        "volume \"trap\" names nfs storage \"nas.example:/exports/imagenet/train\", which Mooring guards"
                                + " for a data volume; share that data volume, or, for a claim of the project that owns the"
                                + " data, name the claim in spec.claimRef"));
    }

    @Test
    void noVolumeNamesTheStorageForAnotherProject() {
        assertThat(validate(AGAIN, "nlp")).isInstanceOf(Deny.class);
    }

    @Test
    void theProjectThatOwnsTheDataMayHaveAnotherVolumeOverIt() {
        assertThat(validate(AGAIN, "vision")).isSameAs(Allow.NOTHING);
    }

    @Test
    void otherStorageIsLetThrough() {
        assertThat(validate(StorageSource.of("nfs", Map.of("server", "nas.example", "path", "/exports/coco")), null))
                .isSameAs(Allow.NOTHING);
    }

    @Test
    void storageOfWhichNothingIsKnownIsLetThrough() {
        assertThat(validate(null, null)).isSameAs(Allow.NOTHING);
    }

    @Test
    void aHandleIsNotUsedTwice() {
        var holding = new Holding(World.IMAGENET, BackendIdentity.handle("files.example", "vol-1"));
        var source = new StorageSource(
                "csi", Map.of("driver", "files.example", "volumeHandle", "vol-1"), Map.of(), List.of());

        assertThat(PersistentVolumeDecisions.validate(new PersistentVolumeFacts(
                        "trap",
                        source,
                        null,
                        place -> Stream.of(holding).filter(held -> held.place().overlaps(place)))))
                .isInstanceOf(Deny.class);
    }

    private static Decision validate(@Nullable StorageSource source, @Nullable String claimNamespace) {
        return PersistentVolumeDecisions.validate(new PersistentVolumeFacts(
                "trap",
                source,
                claimNamespace,
                place -> Stream.of(IMAGENET).filter(held -> held.place().overlaps(place))));
    }
}
