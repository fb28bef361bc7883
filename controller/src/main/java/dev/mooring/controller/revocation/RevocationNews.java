package dev.mooring.controller.revocation;

import dev.mooring.controller.object.EventWriter;
import dev.mooring.controller.object.ObjectKey;
import dev.mooring.decision.StateReason;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.Labels;
import dev.mooring.model.RevokeMode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Duration;

/** Tells the users of pods, the owner of the data and whoever reads the meters what a revocation means for them. */
public final class RevocationNews {
    private static final String ACTION = "Revoke";

    private final EventWriter events;
    private final RevocationMetrics metrics;

    /** Tells people by {@code events}, and programs by {@code metrics}. */
    public RevocationNews(EventWriter events, RevocationMetrics metrics) {
        this.events = events;
        this.metrics = metrics;
    }

    /** Tells the owner of the data, and those who made the shares that ended, that a project lost its grant. */
    void revoked(RevocationObjects objects, RevocationAction.Tell tell, Duration deadline) {
        var origin = objects.name().volume().project();
        var note = "project \"" + objects.mirror().namespace() + "\" lost its grant at "
                + tell.revoked().at() + "; its pods that mount " + objects.name() + " "
                + fate(tell.revoked().mode(), deadline);
        var claim = objects.claim();
        var uid = claim == null ? null : claim.getMetadata().getLabels().get(Labels.DATA_VOLUME_UID);
        if (uid != null) {
            warn(
                    new DataVolume(),
                    metadata(origin, objects.name().volume().name(), uid),
                    StateReason.GRANT_ENDED,
                    note);
        }
        tell.shares()
                .forEach(share -> warn(
                        new DataVolumeShare(),
                        metadata(origin, share.name(), share.uid()),
                        StateReason.GRANT_ENDED,
                        note));
    }

    private static String fate(RevokeMode mode, Duration deadline) {
        return switch (mode) {
            case KEEP -> "run to their end";
            case EVICT -> "are evicted, and deleted if they are still there after " + deadline.toSeconds() + " s";
        };
    }

    /** Tells how many consumers of {@code mirror} run on without a grant, and how many are there but are being ended. */
    void remaining(ObjectKey mirror, int kept, int ending) {
        metrics.remaining(mirror, kept, ending);
    }

    /** Tells that the end of a pod was asked for in vain; it is asked for again. */
    void refused() {
        metrics.refused();
    }

    /** Tells the users of a pod that runs on. */
    void kept(RevocationObjects objects, ConsumerFacts pod, RevocationReport.Revoked revoked) {
        warn(
                objects,
                pod.name(),
                pod.uid(),
                StateReason.GRANT_ENDED,
                "ended at " + revoked.at() + "; this pod runs to its end, and no other one gets the data");
    }

    void evicted(RevocationObjects objects, RevocationAction.Evict evict) {
        metrics.evicted();
        warn(
                objects,
                evict.pod(),
                evict.uid(),
                StateReason.CONSUMER_EVICTED,
                "ended, and the share evicts those that use it");
    }

    void deleted(RevocationObjects objects, RevocationAction.Delete delete) {
        metrics.deleted(delete.why());
        warn(
                objects,
                delete.pod(),
                delete.uid(),
                StateReason.CONSUMER_DELETED,
                switch (delete.why()) {
                    case PLACED_LATE -> "ended before this pod got its node";
                    case DEADLINE_PASSED -> "ended, and this pod could not be evicted in time";
                });
    }

    private void warn(RevocationObjects objects, String pod, String uid, StateReason reason, String text) {
        warn(
                new Pod(),
                metadata(objects.mirror().namespace(), pod, uid),
                reason,
                "the grant on " + objects.name().volume() + " " + text);
    }

    private void warn(HasMetadata about, ObjectMeta metadata, StateReason reason, String note) {
        about.setMetadata(metadata);
        events.warn(about, reason, ACTION, note);
    }

    private static ObjectMeta metadata(String namespace, String name, String uid) {
        return new ObjectMetaBuilder()
                .withNamespace(namespace)
                .withName(name)
                .withUid(uid)
                .build();
    }
}
