package dev.mooring.informers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists that mostly have one member: made anew with each change, null when they are empty. */
final class SmallLists {
    private SmallLists() {}

    static <M> List<M> with(@Nullable List<M> list, M member) {
        if (list == null) {
            return List.of(member);
        }
        var more = new ArrayList<>(list);
        more.add(member);
        return List.copyOf(more);
    }

    /** Returns {@code list} without one such member, if it has one. */
    static <M> @Nullable List<M> without(List<M> list, M member) {
        var left = new ArrayList<>(list);
        left.remove(member);
        return left.isEmpty() ? null : List.copyOf(left);
    }
}
