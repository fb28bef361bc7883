package dev.mooring.decision;

import java.util.Optional;

/** A data volume is mounted as files, never as a raw device, which no layer could keep read-only. */
final class NoBlockDevice implements PodRule {

    @Override
    public Optional<Decision.Deny> objection(Asked asked) {
        for (ContainerFacts container : asked.pod().containers()) {
            for (String device : container.devices()) {
                if (asked.accessOf(device) != null) {
                    return asked.objection(
                            DenyReason.BLOCK_DEVICE,
                            "container " + Wording.quote(container.name()) + " uses data volume "
                                    + Wording.quote(device)
                                    + " as a block device; mount it under volumeMounts instead of volumeDevices");
                }
            }
        }
        return Optional.empty();
    }
}
