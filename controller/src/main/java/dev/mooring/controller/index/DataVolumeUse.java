package dev.mooring.controller.index;

import dev.mooring.controller.object.ObjectKey;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.informers.MirrorClaimView;
import dev.mooring.informers.ShareView;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the shares and mirrors of a data volume, and the pods that use them.
 *
 * <p>An earlier data volume of the same name may have left mirrors, which last as long as their pods: those are none of its.
 * A claim that does not exist, or not yet, is counted as a mirror of the one that has the name.
 */
public final class DataVolumeUse {
    private final ControllerView view;

    /** Finds what {@code view} knows. */
    public DataVolumeUse(ControllerView view) {
        this.view = view;
    }

    /** Returns the shares of the data volume {@code uid}, which has the name {@code volume}. */
    public Stream<ShareView> shares(DataVolumeId volume, String uid) {
        return view.indexes().sharesByVolume().with(volume).stream().filter(share -> uid.equals(share.dataVolumeUid()));
    }

    /** Returns the mirror claims of the data volume {@code uid}, which has the name {@code volume}. */
    public Stream<MirrorClaimView> mirrors(DataVolumeId volume, String uid) {
        return view.indexes().mirrorsByVolume().with(volume).stream()
                .filter(claim -> uid.equals(claim.dataVolumeUid()));
    }

    /** Returns the mirrors of the data volume {@code uid}, which has the name {@code volume}, that pods name. */
    public Stream<ObjectKey> used(DataVolumeId volume, String uid) {
        return view.indexes().consumers().mirrorsOf(volume).stream().filter(mirror -> isOf(uid, mirror));
    }

    /** Returns how many pods name mirrors of that data volume, by the project that they are in. */
    public Map<String, Integer> consumersByProject(DataVolumeId volume, String uid) {
        return used(volume, uid)
                .collect(Collectors.groupingBy(
                        ObjectKey::namespace,
                        Collectors.summingInt(view.indexes().consumers()::of)));
    }

    private boolean isOf(String uid, ObjectKey mirror) {
        return view.cluster()
                .mirrorClaims()
                .get(mirror.namespace(), mirror.name())
                .map(claim -> uid.equals(claim.dataVolumeUid()))
                .orElse(true);
    }
}
