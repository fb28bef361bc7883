package dev.mooring.launcher.revocation;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;

/** What happens to processes while grants come and go: they are stopped where they are, killed and started again. */
final class Disturbances {
    private static final int CALM_MILLIS = 3_000;
    private static final int PAUSE_MILLIS = 4_000;
    private static final int AWAY_MILLIS = 8_000;
    private static final int LAG_MILLIS = 3_000;
    private static final int LONG_MILLIS = 180_000;
    private static final int ONE_IN = 120;

    private final Arena arena;
    private final RandomGenerator random;
    private final boolean areSomeLong;
    private final Crew crew;

    /** @param areSomeLong whether the API server is away for up to three minutes, once in a while */
    Disturbances(Arena arena, Crew crew, long seed, boolean areSomeLong) {
        this.arena = arena;
        this.crew = crew;
        this.areSomeLong = areSomeLong;
        random = new Random(seed);
    }

    /** Disturbs until it is interrupted; what could not be done fails the run, and the next is done all the same. */
    void run() throws InterruptedException {
        while (true) {
            Thread.sleep(random.nextInt(CALM_MILLIS));
            crew.attempt("disturbances", this::disturb);
        }
    }

    private void disturb() throws IOException, InterruptedException {
        if (areSomeLong && random.nextInt(ONE_IN) == 0) {
            arena.cluster().pauseApiServer(upTo(LONG_MILLIS));
        } else {
            disturbShortly();
        }
    }

    private void disturbShortly() throws IOException, InterruptedException {
        var replica = arena.replicas().get(random.nextInt(arena.replicas().size()));
        switch (random.nextInt(13)) {
            case 0, 1, 2, 3, 4 -> replica.process().pause(upTo(PAUSE_MILLIS));
            case 5 -> replica.restart(upTo(LAG_MILLIS));
            case 6 -> replica.connection().cut();
            case 7 -> replica.connection().moveToLagging(upTo(LAG_MILLIS).plusSeconds(1), upTo(LAG_MILLIS));
            case 8, 9 -> arena.cluster().pauseApiServer(upTo(PAUSE_MILLIS));
            case 10 -> arena.controller().pause(upTo(AWAY_MILLIS));
            case 11 -> arena.controllersConnection().cut();
            default -> replaceController();
        }
    }

    private void replaceController() throws IOException, InterruptedException {
        arena.controller().kill();
        Thread.sleep(upTo(AWAY_MILLIS));
        arena.controllersConnection().lag(upTo(LAG_MILLIS));
        arena.controller().start();
    }

    private Duration upTo(int millis) {
        return Duration.ofMillis(1L + random.nextInt(millis));
    }
}
