package dev.mooring.decision;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One pod has each data volume once, either for reading or for writing.
 *
 * <p>Two pod volumes over one storage handle make kubelet wait for ever, without an event.
 */
final class VolumeStandsOnce implements PodRule {

    /** How a pod has a data volume: who asks for it, through which claim, for what. */
    private record Use(Supplier<String> spelled, String claim, AccessMode access) {}

    @Override
    public Optional<Decision.Deny> objection(Asked asked) {
        Map<DataVolumeId, Use> first =
                HashMap.newHashMap(asked.held().size() + asked.wants().size());
        for (Held held : asked.held()) {
            Use use = new Use(held::spelled, held.source().claimName(), held.access());
            Use earlier = first.putIfAbsent(held.id(), use);
            if (earlier != null) {
                return objection(asked, held.id(), earlier, use);
            }
        }
        for (Want want : asked.wants()) {
            Use earlier = first.get(want.id());
            if (earlier == null) {
                first.put(want.id(), use(want));
            } else if (earlier.access() != want.access() || !earlier.claim().equals(want.claim())) {
                return objection(asked, want.id(), earlier, use(want));
            }
        }
        return Optional.empty();
    }

    private static Use use(Want want) {
        return new Use(want::spelled, want.claim(), want.access());
    }

    private static Optional<Decision.Deny> objection(Asked asked, DataVolumeId id, Use earlier, Use later) {
        return asked.objection(
                DenyReason.SAME_VOLUME_TWICE,
                "data volume " + Wording.quote(id.toString()) + " is in this pod twice: " + spelled(earlier) + ", and "
                        + spelled(later)
                        + "; kubelet cannot mount it twice, so use one volume, for reading or for writing");
    }

    private static String spelled(Use use) {
        return use.spelled().get() + (use.access() == AccessMode.READ_ONLY ? " for reading" : " for writing");
    }
}
