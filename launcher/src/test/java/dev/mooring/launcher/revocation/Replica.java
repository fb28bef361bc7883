package dev.mooring.launcher.revocation;

import dev.mooring.charts.ChartValues;
import dev.mooring.launcher.attack.FreePort;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.faults.Fault;
import dev.mooring.testcluster.faults.FaultPlan;
import dev.mooring.testcluster.faults.FaultProxy;
import dev.mooring.testcluster.faults.FaultSchedule;
import dev.mooring.testcluster.faults.RandomSpells;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One webhook, with a proxy between it and the API server. */
final class Replica implements AutoCloseable {
    /** What a webhook watches. */
    private static final List<String> RESOURCES = List.of(
            "datavolumeshares", "datavolumes", "projects", "departments", "namespaces", "persistentvolumeclaims");

    private static final Duration SCHEDULE = Duration.ofHours(12);
    private static final Duration LAGGING = Duration.ofSeconds(10);

    private final int port = FreePort.find();
    private final FaultProxy proxy;
    private final MooringProcess process;
    private volatile FaultPlan plan = FaultPlan.NONE;

    Replica(TestCluster cluster, int number) {
        proxy = cluster.faultProxy();
        process = new MooringProcess(
                cluster,
                "webhook-" + number,
                "webhook",
                cluster.serviceAccount(ChartValues.DEFAULT_NAMESPACE, "mooring-webhook")
                        .through(proxy),
                Map.of(
                        "MOORING_LISTEN_HOST", "127.0.0.1",
                        "MOORING_LISTEN_PORT", String.valueOf(port),
                        "MOORING_SERVING_NAMES", "127.0.0.1"));
    }

    int port() {
        return port;
    }

    MooringProcess process() {
        return process;
    }

    /** Has it meet random faults from now on. */
    void meetFaults(long seed) {
        plan = FaultSchedule.begin(RandomSpells.of(seed, RESOURCES, SCHEDULE), System::nanoTime);
        proxy.follow(plan);
    }

    /** Breaks all its connections to the API server. */
    void cut() {
        proxy.cut();
    }

    /** Kills it, and starts it again before an API server that lags behind. */
    void restart(Duration lag) throws IOException {
        process.kill();
        proxy.follow(lagging(lag));
        process.start();
    }

    /**
     * Has it list everything anew, and again after a while, this time from an API server that lags behind: those lists that do
     * not ask for better are as old as the first.
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
        process.close();
        proxy.close();
    }
}
