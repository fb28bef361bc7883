package dev.mooring.decision;

import java.util.stream.Stream;

/** The storage that data volumes hold, by where it lies. */
@FunctionalInterface
public interface HeldStorage {
    /** Holds nothing. */
    HeldStorage NONE = place -> Stream.of();

    /** Returns who holds storage that is {@code place}, lies in it or around it. */
    Stream<Holding> overlapping(BackendIdentity place);
}
