package dev.mooring.controller.volume;

import dev.mooring.controller.object.LogKeys;
import dev.mooring.controller.object.Patches;
import dev.mooring.model.Annotations;
import dev.mooring.model.Labels;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what {@link DataVolumePlan} says. */
final class DataVolumeWriter {
    private static final Logger LOG = LoggerFactory.getLogger(DataVolumeWriter.class);

    private final Patches patches;

    DataVolumeWriter(KubernetesClient client) {
        patches = new Patches(client);
    }

    void carryOut(DataVolumeAction action, DataVolumeObjects objects) {
        switch (action) {
            case DataVolumeAction.AddFinalizer ignored -> patches.addFinalizer(objects.self());
            case DataVolumeAction.RemoveFinalizer ignored -> patches.removeFinalizer(objects.self());
            case DataVolumeAction.LabelClaim label -> label(objects, label.dataVolume());
            case DataVolumeAction.UnlabelClaim ignored -> label(objects, null);
            case DataVolumeAction.RetainOrigin retain -> policy(objects, retain.policyBefore(), "Retain");
            case DataVolumeAction.RestoreOrigin restore -> policy(objects, null, restore.policy());
        }
    }

    private void label(DataVolumeObjects objects, @Nullable String dataVolume) {
        var claim = Objects.requireNonNull(objects.claim(), "a plan labels only what was observed");
        patches.label(claim, only(Labels.DATA_VOLUME, dataVolume));
    }

    private void policy(DataVolumeObjects objects, @Nullable String noted, String policy) {
        var origin = Objects.requireNonNull(objects.origin(), "a plan changes only what was observed");
        patches.annotate(
                origin, only(Annotations.RECLAIM_POLICY, noted), Map.of("persistentVolumeReclaimPolicy", policy));
        log(origin, policy);
    }

    private static void log(PersistentVolume origin, String policy) {
        LOG.atInfo()
                .addKeyValue(LogKeys.NAME, origin.getMetadata().getName())
                .addKeyValue(LogKeys.UID, origin.getMetadata().getUid())
                .addKeyValue("policy", policy)
                .log("Reclaim policy of an origin volume set");
    }

    private static Map<String, @Nullable String> only(String key, @Nullable String value) {
        var map = new HashMap<String, @Nullable String>();
        map.put(key, value);
        return map;
    }
}
