package dev.mooring.controller.revocation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A share that ended when the grant did. */
record EndedShare(String name, String uid) {
    /** How many are noted at most: an annotation has its limits, and so has what people read. */
    private static final int MOST = 20;

    private static final String BETWEEN = ",";
    private static final String IN = "/";

    /** Returns {@code shares} as text for an annotation. */
    static String text(List<EndedShare> shares) {
        return shares.stream()
                .limit(MOST)
                .map(share -> share.name() + IN + share.uid())
                .collect(Collectors.joining(BETWEEN));
    }

    /** Returns the shares that {@code text} names; what nobody of us wrote names none. */
    static List<EndedShare> parse(String text) {
        return Stream.of(text.split(BETWEEN))
                .map(share -> share.split(IN))
                .filter(parts -> parts.length == 2)
                .map(parts -> new EndedShare(parts[0], parts[1]))
                .toList();
    }
}
