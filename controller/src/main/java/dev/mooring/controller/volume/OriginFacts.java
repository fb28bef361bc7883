package dev.mooring.controller.volume;

import dev.mooring.controller.backend.Backends;
import dev.mooring.controller.backend.Verdict;
import dev.mooring.controller.backend.Verdict.Refused;
import dev.mooring.controller.object.Readiness;
import dev.mooring.decision.StateReason;
import dev.mooring.model.Annotations;
import dev.mooring.model.OriginStatus;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plan looks at in the volume behind a data volume.
 *
 * @param name the volume's name
 * @param claimUid the claim that it is bound to
 * @param driver the backend, as {@link Backends} names it
 * @param capacity its size, if it says so
 * @param accessModes how it may be mounted
 * @param policy what becomes of the data when the claim is deleted
 * @param policyBefore the policy that it had before ours, once that is noted on it
 * @param refusal why it cannot be mirrored, or null if it can
 * @param writeRefusal why it cannot be mirrored for writing, or null if it can
 * @param aliases the volumes that lead to the same storage and are neither mirrors nor this project's, by name
 */
record OriginFacts(
        String name,
        @Nullable String claimUid,
        String driver,
        @Nullable String capacity,
        List<String> accessModes,
        @Nullable String policy,
        @Nullable String policyBefore,
        @Nullable Refused refusal,
        @Nullable Refused writeRefusal,
        List<String> aliases) {
    static final String RETAIN = "Retain";
    private static final int LONGEST_LIST = 5;

    OriginFacts {
        accessModes = List.copyOf(accessModes);
        aliases = List.copyOf(aliases);
    }

    static OriginFacts of(PersistentVolume volume, Verdict forReading, Verdict forWriting, Collection<String> aliases) {
        var spec = volume.getSpec();
        var capacity = spec.getCapacity() == null ? null : spec.getCapacity().get("storage");
        return new OriginFacts(
                volume.getMetadata().getName(),
                spec.getClaimRef() == null ? null : spec.getClaimRef().getUid(),
                Backends.driver(volume),
                capacity == null ? null : capacity.toString(),
                spec.getAccessModes(),
                spec.getPersistentVolumeReclaimPolicy(),
                volume.getMetadata().getAnnotations().get(Annotations.RECLAIM_POLICY),
                refusal(forReading),
                refusal(forWriting),
                List.copyOf(aliases));
    }

    private static @Nullable Refused refusal(Verdict verdict) {
        return verdict instanceof Refused refused ? refused : null;
    }

    /** Returns whether it is retained, and guarded by what we noted on it; one that was retained anyway needs the note, too. */
    boolean isRetainedByUs() {
        return policyBefore != null && RETAIN.equals(policy);
    }

    /** Returns whether other projects can be given write access. */
    Readiness writable() {
        return writeRefusal == null
                ? Readiness.ready(StateReason.WRITABLE, "may be shared for writing")
                : Readiness.notReady(writeRefusal.reason(), writeRefusal.message());
    }

    /** Returns what the condition {@code Aliased} says, or null if there is nothing to say. */
    @Nullable
    Readiness aliased() {
        if (aliases.isEmpty()) {
            return null;
        }
        var named = String.join(", ", aliases.subList(0, Math.min(aliases.size(), LONGEST_LIST)));
        var more = aliases.size() > LONGEST_LIST ? " and " + (aliases.size() - LONGEST_LIST) + " more" : "";
        return Readiness.ready(
                StateReason.ALIASED,
                "PersistentVolumes that are no mirrors lead to its storage: " + named + more
                        + "; who mounts one needs no share, so delete them or reserve them for this project's claims");
    }

    /** Returns what the status says about this volume. */
    OriginStatus status(String claim) {
        return new OriginStatus(name, claim, driver, capacity, accessModes);
    }
}
