package dev.mooring.launcher.revocation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** How many interleavings had which outcome. */
final class Tally {
    private final Map<Outcome, AtomicInteger> counts = new EnumMap<>(Outcome.class);

    Tally() {
        for (var outcome : Outcome.values()) {
            counts.put(outcome, new AtomicInteger());
        }
    }

    void add(Outcome outcome) {
        count(outcome).incrementAndGet();
    }

    int of(Outcome outcome) {
        return count(outcome).get();
    }

    private AtomicInteger count(Outcome outcome) {
        return counts.computeIfAbsent(outcome, any -> new AtomicInteger());
    }

    @Override
    public String toString() {
        return Arrays.stream(Outcome.values())
                .map(outcome -> of(outcome) + " " + outcome.words())
                .collect(Collectors.joining(", "));
    }
}
