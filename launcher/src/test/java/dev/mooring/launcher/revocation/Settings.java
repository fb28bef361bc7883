package dev.mooring.launcher.revocation;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/**
 * What a run is made of, from system properties.
 *
 * @param seed {@code revocation.seed}: decides grants, ends, faults and disturbances; random unless given
 * @param interleavings {@code revocation.interleavings}: after how many the run is over; unless given, as many as come in the
 *     short run's time
 * @param atMost {@code revocation.minutes}: after how long the run is over in any case
 * @param lanes {@code revocation.lanes}: how many clients grant and revoke at once, each with another that asks
 * @param hasFaults {@code revocation.faults}: whether anything goes wrong at all; true unless given
 * @param hasControllersFaults {@code revocation.controllersFaults}: whether the controller's connection meets faults, too; true
 *     unless given
 */
record Settings(
        long seed, int interleavings, Duration atMost, int lanes, boolean hasFaults, boolean hasControllersFaults) {
    private static final int LANES = 8;
    private static final int LANES_OF_A_LONG_RUN = 48;
    private static final Duration SHORT = Duration.ofSeconds(50);
    private static final Duration LONG = Duration.ofHours(12);

    static Settings ofThisRun() {
        int interleavings = Integer.getInteger("revocation.interleavings", Integer.MAX_VALUE);
        boolean isShort = interleavings == Integer.MAX_VALUE;
        var minutes = Optional.ofNullable(Long.getLong("revocation.minutes")).map(Duration::ofMinutes);
        return new Settings(
                Long.getLong("revocation.seed", new Random().nextLong(1_000_000)),
                interleavings,
                minutes.orElse(isShort ? SHORT : LONG),
                Integer.getInteger("revocation.lanes", isShort ? LANES : LANES_OF_A_LONG_RUN),
                Boolean.parseBoolean(System.getProperty("revocation.faults", "true")),
                Boolean.parseBoolean(System.getProperty("revocation.controllersFaults", "true")));
    }

    /** Whether it ends by the number of interleavings and not by the clock. */
    boolean isLong() {
        return interleavings < Integer.MAX_VALUE;
    }
}
