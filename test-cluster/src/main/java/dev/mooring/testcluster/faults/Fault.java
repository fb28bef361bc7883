package dev.mooring.testcluster.faults;

import java.time.Duration;

/**
 * What goes wrong. Some faults meet requests, some the events of a watch that runs, some both; where one makes no sense it does
 * nothing.
 */
public sealed interface Fault {
    /** Nothing goes wrong. */
    record None() implements Fault {}

    /** An answer comes {@code delay} later, and each event of a watch; their order stays. */
    record Late(Duration delay) implements Fault {}

    /**
     * A request is taken and never answered. A watch that runs is half-open from its next event on: the connection stays, and no
     * byte comes any more, even when the fault is over.
     */
    record BlackHole() implements Fault {}

    /** The connection is reset, that of a watch at its next event. */
    record Reset() implements Fault {}

    /** A request is answered with a status such as 410, 429 or 500, and the API server never hears of it. */
    record Answer(int code) implements Fault {}

    /**
     * A list is answered as it was the last time without this fault. Only lists that say {@code resourceVersion=0} are: any other
     * has been promised something newer.
     */
    record StaleList() implements Fault {}

    /** Each event comes twice. */
    record Duplicate() implements Fault {}

    /**
     * Events are withheld. When the fault is over the watch ends without a word: one that went on after a gap would be a broken
     * Kubernetes, not a broken network, and nobody could notice.
     */
    record Lost() implements Fault {}

    /** As {@link Lost}, but instead of each event comes a bookmark of the last that was not withheld. */
    record BookmarksOnly() implements Fault {}

    /** Instead of its next event a watch brings an ERROR event of this code, and ends. */
    record ErrorEvent(int code) implements Fault {}

    /** A watch ends without a word instead of bringing its next event. */
    record End() implements Fault {}

    /** The one {@link None}. */
    Fault NONE = new None();
}
