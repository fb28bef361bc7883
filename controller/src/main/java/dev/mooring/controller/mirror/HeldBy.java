package dev.mooring.controller.mirror;

import java.util.List;

/** Names the pods that keep a mirror, few enough for an annotation and a denial. */
final class HeldBy {
    private static final int NAMED = 5;

    private HeldBy() {}

    /** Returns {@code a, b, c, d, e and 3 more}, in order of the names; empty if nobody holds it. */
    static String text(List<String> pods) {
        var named = String.join(", ", pods.stream().sorted().limit(NAMED).toList());
        return pods.size() > NAMED ? named + " and " + (pods.size() - NAMED) + " more" : named;
    }
}
