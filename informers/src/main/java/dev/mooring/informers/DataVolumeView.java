package dev.mooring.informers;

import dev.mooring.decision.VolumeState;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeStatus;
import dev.mooring.model.Phase;
import io.fabric8.kubernetes.api.model.Condition;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a data volume.
 *
 * @param namespace the project that owns it
 * @param name its name
 * @param uid its identity
 * @param claimName the claim that holds the data
 * @param state whether it can be mounted, as the controller found it
 * @param deleting whether it is being deleted and so cannot be used by new pods
 */
public record DataVolumeView(
        String namespace, String name, String uid, String claimName, VolumeState state, boolean deleting) {

    private static final String READY_TYPE = "Ready";
    private static final VolumeState READY = new VolumeState.Ready();
    private static final VolumeState NOT_LOOKED_AT_YET =
            new VolumeState.NotReady("the controller has not looked at it yet");
    private static final String NO_REASON = "the controller gave no reason";

    /** Returns what is kept of {@code volume}; throws if a field that the schema requires is missing. */
    public static DataVolumeView of(DataVolume volume) {
        var spec = Metadata.required(volume.getSpec(), "spec");
        return new DataVolumeView(
                Metadata.namespace(volume),
                Metadata.name(volume),
                Metadata.uid(volume),
                Metadata.required(spec.claimName(), "spec.claimName"),
                state(volume.getStatus()),
                Metadata.isDeleting(volume));
    }

    private static VolumeState state(@Nullable DataVolumeStatus status) {
        if (status == null || status.phase() == null) {
            return NOT_LOOKED_AT_YET;
        }
        return status.phase() == Phase.READY ? ready(status) : new VolumeState.NotReady(message(status, READY_TYPE));
    }

    private static VolumeState ready(DataVolumeStatus status) {
        return status.conditions().stream()
                        .anyMatch(condition -> DataVolumeStatus.WRITABLE.equals(condition.getType())
                                && "False".equals(condition.getStatus()))
                ? new VolumeState.ReadOnly(message(status, DataVolumeStatus.WRITABLE))
                : READY;
    }

    private static String message(DataVolumeStatus status, String type) {
        return status.conditions().stream()
                .filter(condition -> type.equals(condition.getType()))
                .map(Condition::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .findFirst()
                .map(String::intern)
                .orElse(NO_REASON);
    }
}
