package dev.mooring.launcher.revocation;

import dev.mooring.testcluster.Kubeconfig;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.faults.FaultPlan;
import dev.mooring.testcluster.faults.FaultProxy;
import dev.mooring.testcluster.faults.FaultSchedule;
import dev.mooring.testcluster.faults.RandomSpells;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One process's way to the API server, on which things go wrong. */
final class Connection implements AutoCloseable {
    private static final Duration SCHEDULE = Duration.ofHours(12);
    private static final Duration ROUGH = Duration.ofSeconds(10);
    private static final Duration CALM = Duration.ofSeconds(30);

    private final FaultProxy proxy;
    private final Troubles troubles = new Troubles(System::nanoTime);

    Connection(TestCluster cluster) {
        proxy = cluster.faultProxy();
        proxy.follow(troubles);
    }

    /** Returns how somebody reaches the API server over it. */
    Kubeconfig of(Kubeconfig kubeconfig) {
        return kubeconfig.through(proxy);
    }

    /**
     * Has it meet random faults from now on.
     *
     * @param resources what the process watches
     */
    void meetFaults(long seed, List<String> resources) {
        troubles.follow(faults(seed, resources));
    }

    /**
     * Has it meet random faults for ten seconds of each forty, until it is interrupted. After them it breaks: a process without
     * heartbeats would else take minutes to notice watches that are half-open.
     */
    void alternate(long seed, List<String> resources) throws InterruptedException {
        FaultPlan faults = faults(seed, resources);
        while (true) {
            troubles.follow(faults);
            Thread.sleep(ROUGH);
            troubles.follow(FaultPlan.NONE);
            cut();
            Thread.sleep(CALM);
        }
    }

    private static FaultPlan faults(long seed, List<String> resources) {
        return FaultSchedule.begin(RandomSpells.of(seed, resources, SCHEDULE), System::nanoTime);
    }

    /** Breaks it. */
    void cut() {
        proxy.cut();
    }

    /** Has it lead to an API server that lags behind, for a while. */
    void lag(Duration lag) {
        troubles.lag(lag);
    }

    /**
     * Has everything listed anew, and again after a while, this time by an API server that lags behind: those lists that do not
     * ask for better are as old as the first.
     */
    void moveToLagging(Duration between, Duration lag) throws InterruptedException {
        troubles.expire();
        cut();
        Thread.sleep(between);
        troubles.expireAndLag(lag);
        cut();
    }

    @Override
    public void close() throws IOException {
        proxy.close();
    }
}
