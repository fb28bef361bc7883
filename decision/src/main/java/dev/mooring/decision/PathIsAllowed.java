package dev.mooring.decision;

import java.util.List;
import java.util.Optional;

/** Data is not mounted over what a container needs to run, nor over its service account. */
final class PathIsAllowed implements PodRule {
    private static final List<String> SYSTEM = List.of("/proc", "/sys", "/dev");
    /** The second spelling is where {@code /var/run} points in most images. */
    private static final List<String> SERVICE_ACCOUNT =
            List.of("/var/run/secrets/kubernetes.io/serviceaccount", "/run/secrets/kubernetes.io/serviceaccount");

    @Override
    public Optional<Decision.Deny> objection(Asked asked) {
        for (Want want : asked.wants()) {
            if (isForbidden(want.path())) {
                return asked.objection(
                        DenyReason.FORBIDDEN_PATH,
                        want.spelled() + " would be mounted at " + Wording.quote(want.path())
                                + ", over what the container needs to run; choose another path, such as "
                                + Wording.quote(Reference.defaultPath(
                                        want.item().reference().name())));
            }
        }
        return Optional.empty();
    }

    private static boolean isForbidden(String path) {
        for (String directory : SYSTEM) {
            if (MountPath.covers(directory, path)) {
                return true;
            }
        }
        for (String directory : SERVICE_ACCOUNT) {
            if (MountPath.meet(directory, path)) {
                return true;
            }
        }
        return false;
    }
}
