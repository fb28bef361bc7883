package dev.mooring.decision;

import java.util.List;
import java.util.Optional;

/** No data volume is mounted at, inside or above another mount of the same container. */
final class PathsDoNotMeet implements PodRule {

    @Override
    public Optional<Decision.Deny> objection(Asked asked) {
        List<Want> wants = asked.wants();
        for (int i = 0; i < wants.size(); i++) {
            Want want = wants.get(i);
            for (int j = 0; j < i; j++) {
                if (MountPath.meet(wants.get(j).path(), want.path())) {
                    return objection(
                            asked,
                            want,
                            "reference " + wants.get(j).spelled(),
                            wants.get(j).path());
                }
            }
            for (ContainerFacts container : want.containers()) {
                Optional<Decision.Deny> objection = objection(asked, want, container);
                if (objection.isPresent()) {
                    return objection;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Decision.Deny> objection(Asked asked, Want want, ContainerFacts container) {
        for (MountFacts mount : container.mountsOrNone()) {
            String path = mount.normalPath();
            if (MountPath.meet(path, want.path()) && !isThisMount(mount, path, want)) {
                return objection(
                        asked,
                        want,
                        "mount of volume " + Wording.quote(mount.name()) + " in container "
                                + Wording.quote(container.name()),
                        path);
            }
        }
        return Optional.empty();
    }

    private static boolean isThisMount(MountFacts mount, String path, Want want) {
        return path.equals(want.path()) && mount.name().equals(want.volumeName());
    }

    private static Optional<Decision.Deny> objection(Asked asked, Want want, String other, String path) {
        return asked.objection(
                DenyReason.MOUNT_PATH_CONFLICT,
                want.spelled() + " would be mounted at " + Wording.quote(want.path()) + ", which meets "
                        + Wording.quote(path) + " of " + other
                        + "; give one of them a path that is neither equal to nor inside the other");
    }
}
