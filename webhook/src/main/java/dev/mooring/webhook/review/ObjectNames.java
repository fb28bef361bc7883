package dev.mooring.webhook.review;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names seen so far in each JSON object that is open, to find one that comes twice.
 *
 * <p>Objects nest, so the names of all that are open fit on one stack: an inner object's lie above its parent's and go
 * when it ends. Of each open object a word notes which hashes it has seen, which answers for most names at once; the
 * others are compared one by one, and an object with more than {@link #FEW} names gets a hash set.
 */
final class ObjectNames {
    private static final int FEW = 24;

    private String[] names = new String[96];
    private int top;
    private int[] starts = new int[16];
    private long[] seen = new long[16];
    private int depth = -1;
    private Map<Integer, Set<String>> large = Map.of();

    /** Begins an object. */
    void open() {
        depth++;
        if (depth == starts.length) {
            starts = Arrays.copyOf(starts, depth * 2);
            seen = Arrays.copyOf(seen, depth * 2);
        }
        starts[depth] = top;
        seen[depth] = 0;
    }

    /** Ends the object that was opened last. */
    void close() {
        if (top - starts[depth] == FEW && !large.isEmpty()) {
            large.remove(depth);
        }
        top = starts[depth];
        depth--;
    }

    /** Notes a name of the object that was opened last; false if it was there before. */
    boolean add(String name) {
        int start = starts[depth];
        if (top - start == FEW) {
            return addToLarge(name, start);
        }
        int hash = name.hashCode();
        long bit = 1L << (hash ^ hash >>> 6);
        if ((seen[depth] & bit) != 0 && isAmong(name, hash, start)) {
            return false;
        }
        seen[depth] |= bit;
        push(name);
        return true;
    }

    private boolean isAmong(String name, int hash, int start) {
        for (int i = start; i < top; i++) {
            if (names[i].hashCode() == hash && names[i].equals(name)) {
                return true;
            }
        }
        return false;
    }

    private boolean addToLarge(String name, int start) {
        large = large.isEmpty() ? new HashMap<>() : large;
        return large.computeIfAbsent(
                        depth, d -> new HashSet<>(Arrays.asList(names).subList(start, top)))
                .add(name);
    }

    private void push(String name) {
        if (top == names.length) {
            names = Arrays.copyOf(names, top * 2);
        }
        names[top++] = name;
    }
}
