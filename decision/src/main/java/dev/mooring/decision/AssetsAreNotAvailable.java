package dev.mooring.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Building blocks (environments, compute resources, data sources) are refused rather than left out silently. */
final class AssetsAreNotAvailable implements PodRule {
    static final List<String> KEYS =
            List.of("mooring.dev/environment", "mooring.dev/compute-resource", "mooring.dev/data-sources");

    @Override
    public Optional<Decision.Deny> objection(Asked asked) {
        Set<String> keys = asked.pod().requests().otherKeys();
        for (String key : KEYS) {
            if (keys.contains(key)) {
                return asked.objection(
                        DenyReason.ASSETS_NOT_AVAILABLE,
                        "annotation " + key + " is not available in this version of Mooring; remove it, and write into"
                                + " the pod what it stands for");
            }
        }
        return Optional.empty();
    }
}
