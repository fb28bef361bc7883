package dev.mooring.launcher.revocation;

import dev.mooring.launcher.revocation.history.History;
import dev.mooring.launcher.revocation.history.HistoryChecker;
import dev.mooring.testcluster.AuditEvent;
import dev.mooring.testcluster.AuditTail;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many lanes at once, faults and disturbances meanwhile, and the log's verdict in the end. Two replicas answer during the first
 * half, three during the second.
 */
final class Run implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final int LOOKS_PER_WORD = 5;
    private static final int CONTROLLERS_FAULTS = 100;

    /** What a lane may take to end what it is at. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Arena arena;
    private final Settings settings;
    private final Progress progress;
    private final AuditTail log;
    private final History history = new History();
    private final Watched watched = new Watched();
    private final Crew crew = new Crew();
    private final Lanes lanes;
    private int revived;

    /** After how long the lanes were told to come to an end. */
    private @Nullable Duration finished;

    private Run(Arena arena, Settings settings) {
        this.arena = arena;
        this.settings = settings;
        progress = new Progress(settings);
        log = arena.cluster().auditLog().tail();
        lanes = new Lanes(arena, settings, crew);
    }

    /** Runs all of it and returns what it comes to. The logs are kept unless all is well. */
    static Conclusion of(Settings settings) throws IOException, InterruptedException {
        try (var arena = Arena.start();
                var run = new Run(arena, settings)) {
            boolean isWell = false;
            try {
                arena.addReplica();
                arena.addReplica();
                arena.awaitAnswers();
                var conclusion = run.conclusion();
                isWell = conclusion.isWell(settings);
                return conclusion;
            } finally {
                if (!isWell) {
                    arena.cluster().keepLogs();
                }
            }
        }
    }

    private Conclusion conclusion() throws IOException, InterruptedException {
        progress.begin();
        lanes.begin();
        read(log.next());
        if (settings.hasFaults()) {
            disturb();
        }
        var passed = watch();
        crew.dismiss();
        readToTheEnd();
        var conclusion = new Conclusion(HistoryChecker.check(history), lanes.tally(), crew.failures(), revived, passed);
        progress.end(conclusion);
        return conclusion;
    }

    private void disturb() {
        for (int number = 0; number < arena.replicas().size(); number++) {
            meetFaults(number);
        }
        if (settings.hasControllersFaults()) {
            var theirs = watched.by(Arena.CONTROLLERS_ACCOUNT);
            crew.start(
                    "faults of the controller",
                    () -> arena.controllersConnection().alternate(settings.seed() + CONTROLLERS_FAULTS, theirs));
        }
        crew.start("disturbances", new Disturbances(arena, crew, settings.seed(), settings.isLong())::run);
    }

    private void meetFaults(int number) {
        arena.replicas().get(number).connection().meetFaults(settings.seed() + number, watched.by(Replica.ACCOUNT));
    }

    /** Returns when all lanes are through, or the grace is over; how long that took. */
    private Duration watch() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var passed = Duration.ZERO;
        for (long looks = 1; !lanes.await(BETWEEN_LOOKS) && isGoingOn(passed); looks++) {
            passed = Duration.ofNanos(System.nanoTime() - begin);
            look(passed);
            if (looks % LOOKS_PER_WORD == 0) {
                progress.tell(
                        passed, lanes.tally(), lanes.asked(), arena.replicas().size());
            }
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private boolean isGoingOn(Duration passed) {
        return finished == null || passed.minus(finished).compareTo(GRACE) < 0;
    }

    private void look(Duration passed) throws IOException {
        read(log.next());
        revived += arena.revive();
        int done = lanes.tally().of(Outcome.TRIED);
        if (finished == null && settings.isOver(passed, done)) {
            finished = passed;
            lanes.finish();
        }
        if (arena.replicas().size() == 2 && settings.isHalfOver(passed, done)) {
            addReplica();
        }
    }

    private void addReplica() throws IOException {
        arena.addReplica();
        if (settings.hasFaults()) {
            meetFaults(arena.replicas().size() - 1);
        }
    }

    private void readToTheEnd() throws InterruptedException {
        Thread.sleep(BETWEEN_LOOKS);
        for (var events = log.next(); !events.isEmpty(); events = log.next()) {
            read(events);
        }
    }

    private void read(List<AuditEvent> events) {
        history.add(events);
        watched.add(events);
    }

    @Override
    public void close() throws IOException {
        try {
            crew.dismiss();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lanes.close();
    }
}
