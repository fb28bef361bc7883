package dev.mooring.launcher.revocation;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/**
 * What a run is made of, from system properties. The short run of the build goes on for a while and needs a few interleavings; a
 * long one goes on until it has as many as were asked for.
 *
 * @param seed {@code revocation.seed}: decides grants, ends, faults and disturbances; random unless given
 * @param interleavings {@code revocation.interleavings}: how many there have to be; with fewer the run fails
 * @param atLeast how long the run goes on though it has as many
 * @param atMost {@code revocation.minutes}: after how long the run is over in any case
 * @param lanes {@code revocation.lanes}: how many clients grant and revoke at once, each with others that ask
 * @param hasFaults {@code revocation.faults}: whether anything goes wrong at all; true unless given
 * @param hasControllersFaults {@code revocation.controllersFaults}: whether the controller's connection meets faults, too; true
 *     unless given
 */
record Settings(
        long seed,
        int interleavings,
        Duration atLeast,
        Duration atMost,
        int lanes,
        boolean hasFaults,
        boolean hasControllersFaults) {
    private static final int LANES = 8;
    private static final int LANES_OF_A_LONG_RUN = 32;
    private static final int INTERLEAVINGS = 20;
    private static final Duration SHORT = Duration.ofSeconds(50);
    private static final Duration LONGEST_SHORT = Duration.ofMinutes(5);
    private static final Duration LONG = Duration.ofHours(12);

    static Settings ofThisRun() {
        var interleavings = Optional.ofNullable(Integer.getInteger("revocation.interleavings"));
        var minutes = Optional.ofNullable(Long.getLong("revocation.minutes")).map(Duration::ofMinutes);
        boolean isShort = interleavings.isEmpty();
        return new Settings(
                Long.getLong("revocation.seed", new Random().nextLong(1_000_000)),
                interleavings.orElse(INTERLEAVINGS),
                isShort ? SHORT : Duration.ZERO,
                minutes.orElse(isShort ? LONGEST_SHORT : LONG),
                Integer.getInteger("revocation.lanes", isShort ? LANES : LANES_OF_A_LONG_RUN),
                Boolean.parseBoolean(System.getProperty("revocation.faults", "true")),
                Boolean.parseBoolean(System.getProperty("revocation.controllersFaults", "true")));
    }

    /** Whether the API server is away for a minute and more, once in a while. */
    boolean isLong() {
        return atLeast.isZero();
    }

    /** Whether a run is over that has gone on so long and has so many interleavings. */
    boolean isOver(Duration passed, int done) {
        return passed.compareTo(atMost) > 0 || (done >= interleavings && passed.compareTo(atLeast) > 0);
    }

    /** Whether half of it is over. */
    boolean isHalfOver(Duration passed, int done) {
        return isOver(passed.multipliedBy(2), done * 2);
    }
}
