package dev.mooring.controller.revocation;

import dev.mooring.controller.index.Coverage;
import dev.mooring.controller.object.LogKeys;
import dev.mooring.decision.AccessMode;
import dev.mooring.informers.GrantScope;
import dev.mooring.informers.ShareView;
import dev.mooring.informers.Times;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.ScopeKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what the API server has recorded about shares that may have covered one mirror.
 *
 * <p>A share that cannot be read, as one that a newer version wrote, may have covered the mirror until it was deleted; while it
 * is not, nobody knows when the grant ended.
 *
 * @param serialization reads shares
 * @param project where the mirror is
 * @param access what the mirror is for
 * @param dataVolumeUid the data volume that it is of
 * @param scopes the scopes that contain the project
 * @param known the names of the shares that the controller knows; others have not come into force there
 * @param now the time of day
 */
record ShareTraces(
        KubernetesSerialization serialization,
        String project,
        AccessMode access,
        String dataVolumeUid,
        Set<GrantScope.SharedWith> scopes,
        Set<String> known,
        Instant now) {
    private static final Logger LOG = LoggerFactory.getLogger(ShareTraces.class);

    ShareTraces {
        scopes = Set.copyOf(scopes);
        known = Set.copyOf(known);
    }

    /** Returns the trace of {@code share}, or empty if it certainly never covered the mirror. */
    Optional<ShareTrace> of(GenericKubernetesResource share) {
        DataVolumeShare readable;
        ShareView view;
        try {
            readable = serialization.convertValue(share, DataVolumeShare.class);
            view = ShareView.of(readable);
        } catch (RuntimeException e) { // The informer has logged it.
            return Optional.of(unreadable(share));
        }
        return known.contains(view.name()) && dataVolumeUid.equals(view.dataVolumeUid()) && !isOfOtherProject(readable)
                ? Optional.of(trace(readable, view))
                : Optional.empty();
    }

    private static ShareTrace unreadable(GenericKubernetesResource share) {
        var metadata = share.getMetadata();
        LOG.atWarn()
                .addKeyValue(LogKeys.NAMESPACE, metadata.getNamespace())
                .addKeyValue(LogKeys.NAME, metadata.getName())
                .addKeyValue(LogKeys.UID, metadata.getUid())
                .log("A share cannot be read, so it does not say when its grant ended");
        return new ShareTrace(
                metadata.getName(),
                metadata.getUid(),
                Times.read(metadata.getDeletionTimestamp()),
                null,
                null,
                true,
                true);
    }

    /** Shares with other projects never covered this one, for the scope of a share does not change. */
    private boolean isOfOtherProject(DataVolumeShare share) {
        var scope = share.getSpec().scope();
        return scope.kind() == ScopeKind.PROJECT && !project.equals(scope.namespace());
    }

    private ShareTrace trace(DataVolumeShare share, ShareView view) {
        var expiry = view.expiry();
        return new ShareTrace(
                view.name(),
                view.uid(),
                Times.read(share.getMetadata().getDeletionTimestamp()),
                expiry == null || now.isBefore(expiry) ? null : expiry,
                changedAt(share),
                Coverage.allows(view, access),
                scopes.contains(view.scope()));
    }

    private static @Nullable Instant changedAt(DataVolumeShare share) {
        return share.getMetadata().getManagedFields().stream()
                .filter(entry ->
                        entry.getSubresource() == null || entry.getSubresource().isEmpty())
                .map(ManagedFieldsEntry::getTime)
                .map(Times::read)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
