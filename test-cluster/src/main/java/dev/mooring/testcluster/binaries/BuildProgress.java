package dev.mooring.testcluster.binaries;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Tells a person how far the build of one module is: at once when the step changes, else every few seconds. */
final class BuildProgress {
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final String what;
    private final Consumer<String> out;
    private final InstantSource clock;
    private final Instant started;
    private Instant told;
    private int compiled;
    private int total;

    BuildProgress(String what, Consumer<String> out, InstantSource clock) {
        this.what = what;
        this.out = out;
        this.clock = clock;
        this.started = clock.instant();
        this.told = started;
    }

    void waiting() {
        tell("another process builds it, waiting");
    }

    /** Go looks at the sources and downloads those that are missing. */
    void planning() {
        tell("looking at its Go modules, downloading those that are missing");
    }

    /** The build begins; this many packages are not in Go's own cache. */
    void compiling(int packages) {
        total = packages;
        tell("Go packages to compile: " + packages);
    }

    /** One more package is done. */
    void compiled() {
        compiled++;
    }

    /** Tells how far it is if that has not been told for some seconds. */
    void tick() {
        if (!clock.instant().isBefore(told.plus(EVERY))) {
            tell(compiled < total ? compiled + " of " + total + " Go packages compiled" : "linking");
        }
    }

    void done() {
        tell("built");
    }

    private void tell(String state) {
        told = clock.instant();
        out.accept(what + ": " + state + elapsed());
    }

    private String elapsed() {
        Duration elapsed = Duration.between(started, told);
        if (elapsed.toSeconds() == 0) {
            return "";
        }
        return elapsed.toMinutes() == 0
                ? " (" + elapsed.toSeconds() + " s)"
                : " (" + elapsed.toMinutes() + " min " + elapsed.toSecondsPart() + " s)";
    }
}
