package dev.mooring.controller.revocation;

import dev.mooring.controller.object.ObjectKey;
import dev.mooring.decision.MirrorClaimName;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is about.
 *
 * @param mirror the consuming namespace and the claim's name
 * @param name that name, taken apart
 * @param claim the mirror claim, or null if there is none
 */
record RevocationObjects(
        ObjectKey mirror, MirrorClaimName name, @Nullable PersistentVolumeClaim claim) {}
