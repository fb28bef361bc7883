package dev.mooring.informers;

import dev.mooring.model.Access;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.MirrorMode;
import dev.mooring.model.RevokeMode;
import dev.mooring.model.ScopeKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a share.
 *
 * @param namespace the origin project
 * @param name the share's own name
 * @param uid the share's own UID
 * @param dataVolume the data volume that is shared
 * @param dataVolumeUid the UID of the data volume that owns the share; null if it has no such owner and so grants nothing
 * @param scope whom it is shared with
 * @param access what it lets them do
 * @param expiry the first instant at which it grants nothing any more; null if it does not end by itself
 * @param mirroredIn the project that gets its mirror at once; null if mirrors appear when pods first ask
 * @param onRevoke what happens to running consumers when it ends
 * @param deleting whether it is being deleted and so grants nothing
 */
public record ShareView(
        String namespace,
        String name,
        String uid,
        String dataVolume,
        @Nullable String dataVolumeUid,
        GrantScope.SharedWith scope,
        Access access,
        @Nullable Instant expiry,
        @Nullable String mirroredIn,
        RevokeMode onRevoke,
        boolean deleting) {

    private static final String OWNER_GROUP = HasMetadata.getGroup(DataVolume.class);
    private static final String OWNER_KIND = HasMetadata.getKind(DataVolume.class);

    /** Returns what is kept of {@code share}; throws if a field that the schema requires is missing. */
    public static ShareView of(DataVolumeShare share) {
        var spec = Metadata.required(share.getSpec(), "spec");
        var scope = Metadata.required(spec.scope(), "spec.scope");
        var dataVolume = Metadata.repeated(spec.dataVolume(), "spec.dataVolume");
        return new ShareView(
                Metadata.namespace(share),
                Metadata.name(share),
                Metadata.uid(share),
                dataVolume,
                Metadata.ownerUid(share.getMetadata(), OWNER_GROUP, OWNER_KIND, dataVolume)
                        .orElse(null),
                new GrantScope.SharedWith(scope.kind(), Metadata.repeated(scope.uid(), "spec.scope.uid")),
                spec.access(),
                spec.expiry().orElse(null),
                spec.mirror() == MirrorMode.ALWAYS && scope.kind() == ScopeKind.PROJECT
                        ? Metadata.repeated(scope.namespace(), "spec.scope.namespace")
                        : null,
                spec.onRevoke(),
                Metadata.isDeleting(share));
    }
}
