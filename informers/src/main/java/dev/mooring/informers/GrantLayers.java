package dev.mooring.informers;

import dev.mooring.decision.AccessMode;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.GrantLayer;
import dev.mooring.decision.Term;
import dev.mooring.decision.UsableVolume;
import dev.mooring.model.Access;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Works out what one scope grants, from the indexes as they are now.
 *
 * <p>A share grants something as long as neither it nor its data volume is being deleted, the data volume is the one that it
 * was made for, and the origin project is in force. When it ends by itself is left to whoever asks: the layer carries the
 * term.
 */
final class GrantLayers {
    private final SharesByScope shares;
    private final DataVolumesByProject dataVolumes;
    private final Memberships memberships;

    GrantLayers(SharesByScope shares, DataVolumesByProject dataVolumes, Memberships memberships) {
        this.shares = shares;
        this.dataVolumes = dataVolumes;
        this.memberships = memberships;
    }

    /** Returns what {@code scope} grants. */
    GrantLayer load(GrantScope scope) {
        return switch (scope) {
            case GrantScope.Own own -> own(own.project());
            case GrantScope.SharedWith sharedWith -> shared(sharedWith);
        };
    }

    private GrantLayer own(String project) {
        var usable = new ArrayList<UsableVolume>();
        for (var volume : dataVolumes.with(project)) {
            if (!volume.deleting()) {
                usable.add(UsableVolume.own(idOf(volume), volume.claimName(), volume.state()));
            }
        }
        return GrantLayer.of(usable);
    }

    private GrantLayer shared(GrantScope.SharedWith scope) {
        var usable = new ArrayList<UsableVolume>();
        for (var share : shares.with(scope)) {
            if (!share.deleting() && memberships.of(share.namespace()).isPresent()) {
                dataVolumeOf(share).map(volume -> granted(share, volume)).ifPresent(usable::add);
            }
        }
        return GrantLayer.of(usable);
    }

    private Optional<DataVolumeView> dataVolumeOf(ShareView share) {
        return dataVolumes
                .find(share.namespace(), share.dataVolume())
                .filter(volume -> !volume.deleting() && volume.uid().equals(share.dataVolumeUid()));
    }

    private static UsableVolume granted(ShareView share, DataVolumeView volume) {
        var access = share.access() == Access.READ_WRITE ? AccessMode.READ_WRITE : AccessMode.READ_ONLY;
        var term = share.expiry() == null ? Term.UNLIMITED : new Term(share.expiry());
        return UsableVolume.shared(idOf(volume), volume.claimName(), volume.state(), access, term);
    }

    private static DataVolumeId idOf(DataVolumeView volume) {
        return new DataVolumeId(volume.namespace(), volume.name());
    }
}
