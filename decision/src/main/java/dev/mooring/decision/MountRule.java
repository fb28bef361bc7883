package dev.mooring.decision;

import java.util.List;
import java.util.Optional;

/** A rule about every mount of a data volume, in containers of all kinds. */
interface MountRule extends PodRule {
    /** Returns the denial of this one mount, or empty. */
    Optional<Decision.Deny> objection(Asked asked, ContainerFacts container, MountFacts mount, AccessMode access);

    @Override
    default Optional<Decision.Deny> objection(Asked asked) {
        for (ContainerFacts container : asked.pod().containers()) {
            List<MountFacts> mounts = container.mountsOrNone();
            for (int i = 0; i < mounts.size(); i++) {
                MountFacts mount = mounts.get(i);
                AccessMode access = asked.accessOf(mount.name());
                if (access != null) {
                    Optional<Decision.Deny> objection = objection(asked, container, mount, access);
                    if (objection.isPresent()) {
                        return objection;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the mount as a denial names it. */
    static String spelled(ContainerFacts container, MountFacts mount) {
        return "mount " + Wording.quote(mount.normalPath()) + " of data volume " + Wording.quote(mount.name())
                + " in container " + Wording.quote(container.name());
    }
}
