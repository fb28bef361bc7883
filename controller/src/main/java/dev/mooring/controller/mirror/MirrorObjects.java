package dev.mooring.controller.mirror;

import dev.mooring.controller.object.ObjectKey;
import dev.mooring.model.RevokeMode;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is of a mirror, and what it can be made of.
 *
 * @param key the consuming namespace and the claim's name
 * @param claim the claim of that name, ours or not
 * @param source what to make it of, if there is anything to make
 * @param onRevoke what the shares say at present about its consumers
 * @param leftovers volumes of earlier claims of that name
 */
record MirrorObjects(
        ObjectKey key,
        @Nullable PersistentVolumeClaim claim,
        @Nullable MirrorSource source,
        RevokeMode onRevoke,
        List<PersistentVolume> leftovers) {}
