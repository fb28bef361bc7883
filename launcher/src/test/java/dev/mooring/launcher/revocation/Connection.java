package dev.mooring.launcher.revocation;

import dev.mooring.testcluster.Kubeconfig;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.faults.Fault;
import dev.mooring.testcluster.faults.FaultPlan;
import dev.mooring.testcluster.faults.FaultProxy;
import dev.mooring.testcluster.faults.FaultSchedule;
import dev.mooring.testcluster.faults.RandomSpells;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One process's way to the API server, on which things go wrong. */
final class Connection implements AutoCloseable {
    private static final Duration SCHEDULE = Duration.ofHours(12);
    private static final Duration LAGGING = Duration.ofSeconds(10);
    private static final Duration ROUGH = Duration.ofSeconds(10);
    private static final Duration CALM = Duration.ofSeconds(30);

    private final FaultProxy proxy;
    private final List<String> resources;
    private volatile FaultPlan plan = FaultPlan.NONE;
    private volatile @Nullable Thread times;

    /** @param resources what the process watches */
    Connection(TestCluster cluster, List<String> resources) {
        proxy = cluster.faultProxy();
        this.resources = resources;
    }

    /** Returns how somebody reaches the API server over it. */
    Kubeconfig of(Kubeconfig kubeconfig) {
        return kubeconfig.through(proxy);
    }

    /** Has it meet random faults from now on. */
    void meetFaults(long seed) {
        follow(faults(seed));
    }

    /**
     * Has it meet random faults for ten seconds of each forty, from now on. After them it breaks: a process without heartbeats
     * would else take minutes to notice watches that are half-open.
     */
    void meetFaultsAtTimes(long seed) {
        FaultPlan faults = faults(seed);
        times = Thread.ofVirtual().start(() -> alternate(faults));
    }

    private void alternate(FaultPlan faults) {
        try {
            while (true) {
                follow(faults);
                Thread.sleep(ROUGH);
                follow(FaultPlan.NONE);
                cut();
                Thread.sleep(CALM);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private FaultPlan faults(long seed) {
        return FaultSchedule.begin(RandomSpells.of(seed, resources, SCHEDULE), System::nanoTime);
    }

    private void follow(FaultPlan newPlan) {
        plan = newPlan;
        proxy.follow(newPlan);
    }

    /** Breaks it. */
    void cut() {
        proxy.cut();
    }

    /** Has it lead to an API server that lags behind, for a while. */
    void lag(Duration lag) {
        proxy.follow(lagging(lag));
    }

    /**
     * Has everything listed anew, and again after a while, this time by an API server that lags behind: those lists that do not
     * ask for better are as old as the first.
     */
    void moveToLagging(Duration between, Duration lag) throws InterruptedException {
        proxy.follow(new GoneOnce(plan));
        proxy.cut();
        Thread.sleep(between);
        proxy.follow(new GoneOnce(lagging(lag)));
        proxy.cut();
    }

    private FaultPlan lagging(Duration lag) {
        long over = System.nanoTime() + LAGGING.toNanos();
        return request -> System.nanoTime() > over
                ? plan.faultFor(request)
                : switch (request.verb()) {
                    case LIST -> new Fault.StaleList();
                    case WATCH -> new Fault.Late(lag);
                    case GET, WRITE -> Fault.NONE;
                };
    }

    @Override
    public void close() throws IOException {
        Thread alternating = times;
        if (alternating != null) {
            alternating.interrupt();
        }
        proxy.close();
    }
}
