package dev.mooring.informers;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

/**
 * How a view measures its own age.
 *
 * @param identity tells this process from all others, those before it included: a few lower-case letters and digits
 * @param nanoTime a clock that never jumps, such as {@link System#nanoTime}
 * @param executor where heartbeats are written, which may block: one thread for each kind, used for nothing else
 */
public record HeartbeatSettings(String identity, LongSupplier nanoTime, ScheduledExecutorService executor) {
    /** The kinds that a grant depends on, each with a heartbeat: as many threads as the executor needs. */
    public static final int KINDS = 4;

    /** How often a heartbeat is written. */
    static final Duration INTERVAL = Duration.ofSeconds(1);

    /** How old a view may be that something is granted by. */
    static final Duration BOUND = Duration.ofSeconds(2);

    /** How long a heartbeat may take to come back before its watch is cut. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long the heartbeat of another process must have rested before it is cleared away. */
    static final Duration REST = Duration.ofMinutes(5);
}
