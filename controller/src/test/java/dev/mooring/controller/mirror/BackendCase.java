package dev.mooring.controller.mirror;

import dev.mooring.controller.backend.BackendSettings;
import dev.mooring.controller.backend.MirrorStrategies;
import dev.mooring.controller.backend.Verdict;
import dev.mooring.decision.AccessMode;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.MirrorClaimName;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A volume as its driver writes it, and what becomes of it: a directory of files under {@code backends}.
 *
 * <p>{@code origin.yaml} is the volume. {@code mirror-ro.yaml} and {@code mirror-rw.yaml} are its mirrors, {@code
 * refused.yaml} and {@code refused-rw.yaml} say why there is none, and {@code refused-by-default.yaml} why there is none
 * before an administrator allows it.
 */
record BackendCase(Path directory) {
    /** Everything that settings can allow. */
    static final BackendSettings ALLOWED = BackendSettings.from(Map.of(
            "MOORING_ALLOW_NODE_LOCAL", "true",
            "MOORING_CEPHFS_NODE_SECRET", "rook-ceph/mooring-cephfs-user",
            "MOORING_ADDITIONAL_DRIVERS", "same.example.com=same-handle,suffix.example.com=suffix-handle"));

    /** What {@code refused.yaml} holds. */
    record Refusal(String reason, String message) {
        static Refusal of(Verdict verdict) {
            return verdict instanceof Verdict.Refused refused
                    ? new Refusal(refused.reason().label(), refused.message())
                    : new Refusal("none", "");
        }
    }

    static List<BackendCase> all() {
        try (var directories = Files.list(Path.of("src/test/resources/backends"))) {
            return directories.sorted().map(BackendCase::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String file) {
        return Files.exists(directory.resolve(file));
    }

    boolean isRefused(AccessMode access) {
        return has("refused.yaml") || (access == AccessMode.READ_WRITE && has("refused-rw.yaml"));
    }

    PersistentVolume origin() {
        return read("origin.yaml", PersistentVolume.class);
    }

    <T> T read(String file, Class<T> type) {
        try {
            return Serialization.unmarshal(Files.readString(directory.resolve(file)), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Verdict verdict(AccessMode access, BackendSettings settings) {
        return new MirrorStrategies(settings).judge(origin(), access);
    }

    /** Returns what a mirror in another project is made of. */
    MirrorSource source(AccessMode access, DataVolumeId volume) {
        return source(access, volume, origin());
    }

    /** Returns what a mirror of {@code origin}, which was read from somewhere else, is made of. */
    static MirrorSource source(AccessMode access, DataVolumeId volume, PersistentVolume origin) {
        return new MirrorSource(
                new MirrorClaimName(access, volume),
                "data-volume-uid",
                "0c1f1f5e-7a2b-4a6b-8a53-6b9a7a3d2f10",
                origin,
                ((Verdict.Mirrored) new MirrorStrategies(ALLOWED).judge(origin, access)).strategy());
    }

    /** Returns what says why there is no mirror for such access. */
    Refusal refusal(AccessMode access) {
        return read(
                access == AccessMode.READ_WRITE && has("refused-rw.yaml") ? "refused-rw.yaml" : "refused.yaml",
                Refusal.class);
    }

    @Override
    public String toString() {
        return directory.getFileName().toString();
    }
}
