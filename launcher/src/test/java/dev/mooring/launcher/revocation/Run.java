package dev.mooring.launcher.revocation;

import dev.mooring.launcher.attack.World;
import dev.mooring.launcher.revocation.history.Findings;
import dev.mooring.launcher.revocation.history.History;
import dev.mooring.launcher.revocation.history.HistoryChecker;
import dev.mooring.testcluster.AuditTail;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many lanes at once, faults and disturbances meanwhile, and the log's verdict in the end. Two replicas answer during the first
 * half, three during the second.
 */
final class Run implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final int LOOKS_PER_WORD = 5;
    private static final int CONTROLLERS_FAULTS = 100;

    private final Arena arena;
    private final Settings settings;
    private final Progress progress;
    private final AuditTail log;
    private final History history = new History();
    private final AtomicInteger done = new AtomicInteger();
    private final List<KubernetesClient> clients = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Askers> askers = new ArrayList<>();
    private volatile boolean isOver;

    private Run(Arena arena, Settings settings) {
        this.arena = arena;
        this.settings = settings;
        progress = new Progress(settings);
        log = arena.cluster().auditLog().tail();
    }

    /** Runs all of it and returns what is found. The logs are kept unless all is well. */
    static Findings of(Settings settings) throws IOException, InterruptedException {
        try (var arena = Arena.start();
                var run = new Run(arena, settings)) {
            boolean isWell = false;
            try {
                arena.addReplica();
                arena.addReplica();
                arena.awaitAnswers();
                var findings = run.findings();
                isWell = findings.wrong().isEmpty();
                return findings;
            } finally {
                if (!isWell) {
                    arena.cluster().keepLogs();
                }
            }
        }
    }

    private Findings findings() throws IOException, InterruptedException {
        progress.begin();
        var ready = new CountDownLatch(settings.lanes());
        var finished = new CountDownLatch(settings.lanes());
        for (int lane = 0; lane < settings.lanes(); lane++) {
            begin(lane, ready, finished);
        }
        ready.await();
        if (settings.hasFaults()) {
            disturb();
        }
        var passed = watch(finished);
        calm();
        var findings = HistoryChecker.check(history);
        progress.end(passed, done.get(), findings);
        return findings;
    }

    private void begin(int number, CountDownLatch ready, CountDownLatch finished) {
        var client = arena.client();
        clients.add(client);
        var theirs = new Askers(client, settings.seed() + 1_000 + number);
        askers.add(theirs);
        theirs.all().forEach(asker -> start("asker-" + number, asker));
        start("lane-" + number, () -> {
            try (var world = new World(arena.cluster(), client)) {
                var lane = new Lane(client, world, theirs, new Random(settings.seed() + number), "lane" + number);
                ready.countDown();
                ready.await();
                while (!isOver && done.get() < settings.interleavings()) {
                    if (lane.interleave()) {
                        done.incrementAndGet();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                ready.countDown();
                finished.countDown();
            }
        });
    }

    private void disturb() {
        meetFaults();
        start("disturbances", new Disturbances(arena, settings.seed(), settings.isLong()));
    }

    private void meetFaults() {
        for (int number = 0; number < arena.replicas().size(); number++) {
            arena.replicas().get(number).connection().meetFaults(settings.seed() + number);
        }
        if (settings.hasControllersFaults()) {
            arena.controllersConnection().meetFaultsAtTimes(settings.seed() + CONTROLLERS_FAULTS);
        }
    }

    /** Returns when all lanes are through, or the time is; how long that took. */
    private Duration watch(CountDownLatch finished) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        long looks = 0;
        while (!finished.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
            history.add(log.next());
            var passed = Duration.ofNanos(System.nanoTime() - begin);
            isOver = isOver || passed.compareTo(settings.atMost()) > 0;
            if (++looks % LOOKS_PER_WORD == 0) {
                tell(passed);
            }
            if (arena.replicas().size() == 2 && isHalfThrough(passed)) {
                addReplica();
            }
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private boolean isHalfThrough(Duration passed) {
        return passed.compareTo(settings.atMost().dividedBy(2)) > 0 || done.get() > settings.interleavings() / 2;
    }

    private void addReplica() throws IOException {
        arena.addReplica();
        if (settings.hasFaults()) {
            arena.replicas()
                    .getLast()
                    .connection()
                    .meetFaults(settings.seed() + arena.replicas().size() - 1);
        }
    }

    private void tell(Duration passed) {
        long asked = askers.stream().mapToLong(Askers::asked).sum();
        progress.tell(passed, done.get(), asked, arena.replicas().size());
    }

    /** Ends what goes wrong, and reads the rest of the log. */
    private void calm() throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            thread.join();
        }
        Thread.sleep(BETWEEN_LOOKS);
        for (var events = log.next(); !events.isEmpty(); events = log.next()) {
            history.add(events);
        }
    }

    private void start(String name, Runnable work) {
        threads.add(Thread.ofPlatform().name(name).daemon().start(work));
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        clients.forEach(KubernetesClient::close);
    }
}
