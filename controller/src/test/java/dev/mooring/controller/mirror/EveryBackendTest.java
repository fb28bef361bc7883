package dev.mooring.controller.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.controller.backend.BackendSettings;
import dev.mooring.controller.backend.MirrorStrategies;
import dev.mooring.decision.AccessMode;
import dev.mooring.decision.DataVolumeId;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Volumes as their drivers write them, and their mirrors, field by field. */
class EveryBackendTest {
    private static final MirrorStrategies TABLE = new MirrorStrategies(BackendCase.ALLOWED);
    private static final DataVolumeId IMAGENET = new DataVolumeId("vision", "imagenet");

    static List<BackendCase> all() {
        return BackendCase.all();
    }

    static List<BackendCase> notByDefault() {
        return all().stream()
                .filter(example -> example.has("refused-by-default.yaml"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isReadAsTheTableSays(BackendCase example) {
        if (example.isRefused(AccessMode.READ_ONLY)) {
            assertThat(refusal(example, AccessMode.READ_ONLY)).isEqualTo(example.refusal(AccessMode.READ_ONLY));
        } else {
            assertThat(mirror(example, AccessMode.READ_ONLY)).isEqualTo(expected(example, AccessMode.READ_ONLY));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void isWrittenAsTheTableSays(BackendCase example) {
        if (example.isRefused(AccessMode.READ_WRITE)) {
            assertThat(refusal(example, AccessMode.READ_WRITE)).isEqualTo(example.refusal(AccessMode.READ_WRITE));
        } else {
            assertThat(mirror(example, AccessMode.READ_WRITE)).isEqualTo(expected(example, AccessMode.READ_WRITE));
        }
    }

    @ParameterizedTest
    @MethodSource("notByDefault")
    void saysWhichSettingWouldAllowIt(BackendCase example) {
        assertThat(BackendCase.Refusal.of(example.verdict(AccessMode.READ_ONLY, BackendSettings.STRICT)))
                .isEqualTo(example.read("refused-by-default.yaml", BackendCase.Refusal.class));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aMirrorLeadsToTheDataOfItsOrigin(BackendCase example) {
        for (var access : AccessMode.values()) {
            if (!example.isRefused(access)) {
                var origin = TABLE.identities(example.origin());

                assertThat(TABLE.identities(mirror(example, access)))
                        .anyMatch(identity -> origin.stream().anyMatch(identity::overlaps));
            }
        }
    }

    private static BackendCase.Refusal refusal(BackendCase example, AccessMode access) {
        return BackendCase.Refusal.of(example.verdict(access, BackendCase.ALLOWED));
    }

    private static PersistentVolume expected(BackendCase example, AccessMode access) {
        return example.read(
                access == AccessMode.READ_ONLY ? "mirror-ro.yaml" : "mirror-rw.yaml", PersistentVolume.class);
    }

    private static PersistentVolume mirror(BackendCase example, AccessMode access) {
        var source = example.source(access, IMAGENET);
        var claim = Serialization.unmarshal("""
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {namespace: speech, name: %s, uid: 3d9c1b7a-64e2-4f0d-8c35-2a1b0e9f8d7c}
                """.formatted(source.name()), PersistentVolumeClaim.class);
        return MirrorRecipe.volume(source, claim);
    }
}
