package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.HeldStorage;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.NamespaceIdentity;
import dev.mooring.model.ScopeKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemoryTest {
    private static final int OBJECTS = 20_000;
    private static final long BUDGET = 512;

    /** What was measured, so that what one test frees is not taken for a saving of the next. */
    private static final List<Object> KEPT = new ArrayList<>();

    @Test
    void aShareTakesAtMostItsBudget() {
        assertThat(bytesPerObject(MemoryTest::share, ShareView::of, ClusterState::shares))
                .isBetween(1L, BUDGET);
    }

    @Test
    void aMirrorClaimTakesAtMostItsBudget() {
        assertThat(bytesPerObject(MemoryTest::claim, MirrorClaimView::of, ClusterState::mirrorClaims))
                .isBetween(1L, BUDGET);
    }

    @Test
    void aVolumeTakesAtMostItsBudget() {
        assertThat(bytesPerObject(MemoryTest::volume, MemoryTest::view, ClusterState::storage))
                .isBetween(1L, BUDGET);
    }

    @Test
    void aDataVolumeTakesAtMostItsBudgetWithTheStorageThatItHolds() {
        assertThat(bytesPerObject(MemoryTest::dataVolume, DataVolumeView::of, MemoryTest::withVolumes))
                .isBetween(1L, BUDGET);
    }

    /** Returns the bytes of heap for one object in the store and in all indexes together. */
    private static <R extends HasMetadata, P> long bytesPerObject(
            IntFunction<R> objects,
            Function<R, @Nullable P> projection,
            Function<ClusterState, ProjectionListener<P>> listener) {
        var state = new ClusterState("mooring-cluster", Set.of(), new SimpleMeterRegistry());
        var store = new ProjectionStore<R, P>(
                () -> objects.apply(0),
                new Projector<>("any", projection),
                Set.of(),
                new InformerMeters("any", new SimpleMeterRegistry(), InstantSource.system()));
        store.listen(listener.apply(state));
        KEPT.add(store);
        put(store, objects.apply(OBJECTS)); // what it needs once, classes above all, is no object's
        var before = usedBytes();
        for (var number = 0; number < OBJECTS; number++) {
            put(store, objects.apply(number));
        }
        return (usedBytes() - before) / OBJECTS;
    }

    private static <R extends HasMetadata> void put(ProjectionStore<R, ?> store, R object) {
        store.put(store.getKey(object), object);
    }

    private static long usedBytes() {
        var runtime = Runtime.getRuntime();
        System.gc();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static DataVolumeShare share(int number) {
        var volume = Objects.dataVolume("project-number-" + number % 200, "a-data-volume", "a-claim");
        volume.getMetadata().setUid(new UUID(1, number % 200).toString());
        var target = new NamespaceIdentity("target-" + number % 500, new UUID(2, number % 500).toString());
        var share = Objects.share(
                volume, "a-share-called-" + number, Objects.scope(ScopeKind.PROJECT, target.name(), target));
        share.getMetadata().setUid(new UUID(3, number).toString());
        return share;
    }

    /** The volume of every claim is there before its data volume comes. */
    private static ProjectionListener<DataVolumeView> withVolumes(ClusterState state) {
        for (var number = 0; number < OBJECTS; number++) {
            state.storage().changed("volume-" + number, null, view(volume(number)));
        }
        return state.dataVolumes();
    }

    private static @Nullable StorageView view(PersistentVolume volume) {
        return StorageView.of(volume, HeldStorage.NONE);
    }

    private static DataVolume dataVolume(int number) {
        var volume = Objects.dataVolume("project-number-" + number % 500, "data-" + number, "claim-" + number);
        volume.getMetadata().setUid(new UUID(6, number).toString());
        return volume;
    }

    private static PersistentVolume volume(int number) {
        var uid = new UUID(5, number).toString();
        return new PersistentVolumeBuilder()
                .withMetadata(Objects.metadata("", "pvc-" + uid))
                .withNewSpec()
                .withNewClaimRef()
                .withNamespace("project-number-" + number % 500)
                .withName("claim-" + number)
                .endClaimRef()
                .withNewCsi()
                .withDriver("efs.csi.aws.com")
                .withVolumeHandle("fs-0123456789abcdef0::fsap-%017x".formatted(number))
                .endCsi()
                .endSpec()
                .build();
    }

    private static PersistentVolumeClaim claim(int number) {
        var claim = new PersistentVolumeClaimBuilder()
                .withMetadata(Objects.metadata("project-number-" + number % 500, "dv.vision.a-data-volume-" + number))
                .build();
        claim.getMetadata().setUid(new UUID(4, number).toString());
        return claim;
    }
}
