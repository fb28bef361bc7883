package dev.mooring.controller.mirror;

import dev.mooring.controller.backend.MirrorStrategies;
import dev.mooring.controller.backend.Verdict;
import dev.mooring.decision.MirrorClaimName;
import dev.mooring.model.DataVolume;
import dev.mooring.model.OriginStatus;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what mirrors are made of. */
final class MirrorSources {
    private final KubernetesClient client;
    private final MirrorStrategies strategies;

    MirrorSources(KubernetesClient client, MirrorStrategies strategies) {
        this.client = client;
        this.strategies = strategies;
    }

    /**
     * Returns what the mirror {@code name} of the data volume with this UID is made of, or empty if that data volume is gone,
     * or its claim or volume is not the noted one any more.
     */
    Optional<MirrorSource> find(MirrorClaimName name, String dataVolumeUid) {
        return Optional.ofNullable(client.resources(DataVolume.class)
                        .inNamespace(name.volume().project())
                        .withName(name.volume().name())
                        .get())
                .filter(volume -> volume.getMetadata().getUid().equals(dataVolumeUid))
                .map(volume ->
                        volume.getStatus() == null ? null : volume.getStatus().origin())
                .flatMap(origin -> find(name, dataVolumeUid, origin));
    }

    private Optional<MirrorSource> find(MirrorClaimName name, String dataVolumeUid, OriginStatus origin) {
        var claimUid = origin.uid();
        if (claimUid == null || origin.volume() == null) {
            return Optional.empty();
        }
        var volume = client.persistentVolumes().withName(origin.volume()).get();
        return isBoundTo(claimUid, volume)
                        && strategies.judge(volume, name.access()) instanceof Verdict.Mirrored mirrored
                ? Optional.of(new MirrorSource(name, dataVolumeUid, claimUid, volume, mirrored.strategy()))
                : Optional.empty();
    }

    private static boolean isBoundTo(String claimUid, @Nullable PersistentVolume volume) {
        return volume != null
                && volume.getSpec().getClaimRef() != null
                && claimUid.equals(volume.getSpec().getClaimRef().getUid());
    }
}
