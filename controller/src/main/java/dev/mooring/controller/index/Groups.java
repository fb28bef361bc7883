package dev.mooring.controller.index;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Sets of members by group; a group that is empty takes no memory. Changed by one thread, read by all. */
final class Groups<G, M> {
    private final ConcurrentMap<G, Set<M>> groups = new ConcurrentHashMap<>();

    void add(G group, M member) {
        groups.compute(group, (key, present) -> {
            Set<M> members = present == null ? ConcurrentHashMap.newKeySet(1) : present;
            members.add(member);
            return members;
        });
    }

    void remove(G group, M member) {
        groups.computeIfPresent(group, (key, present) -> without(present, member));
    }

    /** Returns the members of {@code group}: a live view that may not be changed. */
    Collection<M> with(G group) {
        return Collections.unmodifiableCollection(groups.getOrDefault(group, Set.of()));
    }

    private static <M> @Nullable Set<M> without(Set<M> members, M member) {
        members.remove(member);
        return members.isEmpty() ? null : members;
    }
}
