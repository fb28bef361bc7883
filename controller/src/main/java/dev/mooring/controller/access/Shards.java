package dev.mooring.controller.access;

import dev.mooring.model.AccessSubject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Spreads subjects over bindings of bounded size. Whoever is in a binding stays in it as long as it is needed, so that nobody
 * loses a right for a moment because somebody else got it.
 */
final class Shards {
    /** How many subjects one binding names at most. */
    static final int MOST = 500;

    private Shards() {}

    /** Returns the subjects of each binding, of as few as will do; {@code present} are those of the bindings until now. */
    static List<SortedSet<AccessSubject>> of(
            SortedSet<AccessSubject> wanted, List<? extends Set<AccessSubject>> present) {
        var missing = new TreeSet<>(wanted);
        var shards = new ArrayList<SortedSet<AccessSubject>>();
        int count = (wanted.size() + MOST - 1) / MOST;
        for (int i = 0; i < count; i++) {
            var kept = new TreeSet<AccessSubject>();
            if (i < present.size()) {
                new TreeSet<>(present.get(i))
                        .stream().filter(missing::contains).limit(MOST).forEach(kept::add);
            }
            missing.removeAll(kept);
            shards.add(kept);
        }
        var waiting = new ArrayDeque<>(missing);
        for (var shard : shards) {
            while (shard.size() < MOST && !waiting.isEmpty()) {
                shard.add(waiting.removeFirst());
            }
        }
        return shards;
    }
}
