package dev.mooring.launcher.revocation;

import dev.mooring.launcher.attack.World;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Many lanes at once, each with those who ask beside it. */
final class Lanes implements AutoCloseable {
    private static final int ASKERS = 1_000;

    private final Arena arena;
    private final Settings settings;
    private final Crew crew;
    private final Tally tally = new Tally();
    private final List<KubernetesClient> clients = new CopyOnWriteArrayList<>();
    private final List<Askers> askers = new CopyOnWriteArrayList<>();
    private final CountDownLatch ready;
    private final CountDownLatch through;
    private volatile boolean isOver;

    Lanes(Arena arena, Settings settings, Crew crew) {
        this.arena = arena;
        this.settings = settings;
        this.crew = crew;
        ready = new CountDownLatch(settings.lanes());
        through = new CountDownLatch(settings.lanes());
    }

    /** Starts all of them, and waits until each has its ground or has failed. */
    void begin() throws InterruptedException {
        for (int number = 0; number < settings.lanes(); number++) {
            begin(number);
        }
        ready.await();
    }

    private void begin(int number) {
        long seed = settings.seed() + number;
        String name = "lane " + number + ", seed " + seed;
        var client = arena.client();
        clients.add(client);
        var podMaker = arena.podMaker();
        clients.add(podMaker);
        var theirs = new Askers(podMaker, seed + ASKERS);
        askers.add(theirs);
        theirs.start(crew, name);
        crew.start(name, () -> {
            try (var world = new World(arena.cluster(), client)) {
                var lane = new Lane(client, world, theirs, new Random(seed), "lane" + number);
                ready.countDown();
                ready.await();
                while (!isOver) {
                    tally.add(lane.interleave());
                }
            } finally {
                theirs.rest();
                ready.countDown();
                through.countDown();
            }
        });
    }

    /** Lets each end the interleaving that it is at, and begin no other. */
    void finish() {
        isOver = true;
    }

    /** Waits until all are through, or so long; returns whether they are. */
    boolean await(Duration atMost) throws InterruptedException {
        return through.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    Tally tally() {
        return tally;
    }

    /** Returns how many pods were asked for. */
    long asked() {
        return askers.stream().mapToLong(Askers::asked).sum();
    }

    @Override
    public void close() {
        clients.forEach(KubernetesClient::close);
    }
}
