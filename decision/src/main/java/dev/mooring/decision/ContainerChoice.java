package dev.mooring.decision;

import dev.mooring.decision.ContainerFacts.Kind;
import dev.mooring.decision.Judged.Passed;
import dev.mooring.decision.Judged.Refused;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The containers that get the mounts.
 *
 * @param containers those that {@code mooring.dev/containers} names, else all main and init containers
 * @param named whether the annotation names them
 */
record ContainerChoice(List<ContainerFacts> containers, boolean named) {

    /** Returns the choice, or the denial of an annotation that names none or an unknown one. */
    static Judged<ContainerChoice> of(Asked asked) {
        String annotation = asked.pod().requests().containers();
        List<ContainerFacts> mountable = mountable(asked.pod().containers());
        return annotation == null
                ? new Passed<>(new ContainerChoice(mountable, false))
                : named(annotation, mountable, asked);
    }

    /** Returns the containers that are not ephemeral: mostly all, and then the list as it is. */
    private static List<ContainerFacts> mountable(List<ContainerFacts> containers) {
        for (ContainerFacts one : containers) {
            if (one.kind() == Kind.EPHEMERAL) {
                return containers.stream()
                        .filter(container -> container.kind() != Kind.EPHEMERAL)
                        .toList();
            }
        }
        return containers;
    }

    /**
     * Returns the containers that mount the volume at {@code path} now or shall.
     *
     * <p>Once one of all containers mounts it, the others came later and need no mount.
     */
    List<ContainerFacts> mounting(String volumeName, String path) {
        if (named) {
            return containers;
        }
        List<ContainerFacts> mounting = containers.stream()
                .filter(container -> Want.isMounted(container, volumeName, path))
                .toList();
        return mounting.isEmpty() ? containers : mounting;
    }

    private static Judged<ContainerChoice> named(String annotation, List<ContainerFacts> mountable, Asked asked) {
        Map<String, ContainerFacts> known = new HashMap<>();
        mountable.forEach(container -> known.putIfAbsent(container.name(), container));
        Map<String, ContainerFacts> chosen = new LinkedHashMap<>();
        ListItems items = new ListItems(annotation);
        while (items.next()) {
            if (items.isEmpty()) {
                return new Refused<>(asked.deny(
                        DenyReason.UNREADABLE_REFERENCE,
                        "mooring.dev/containers, column " + (items.comma() + 1)
                                + ": an item of the list is empty; write names of containers, separated by commas"));
            }
            String name = annotation.substring(items.from(), items.to());
            ContainerFacts container = known.get(name);
            if (container == null) {
                return new Refused<>(asked.deny(
                        DenyReason.UNKNOWN_CONTAINER,
                        "mooring.dev/containers, column " + (items.from() + 1) + ": there is no container "
                                + Wording.quote(name) + "; there are: "
                                + Wording.list(mountable.stream()
                                        .map(ContainerFacts::name)
                                        .map(Wording::quote)
                                        .toList())));
            }
            chosen.put(name, container);
        }
        return new Passed<>(new ContainerChoice(List.copyOf(chosen.values()), true));
    }
}
