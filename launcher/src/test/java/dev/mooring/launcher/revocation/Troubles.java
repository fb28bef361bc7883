package dev.mooring.launcher.revocation;

import dev.mooring.testcluster.faults.ApiRequest;
import dev.mooring.testcluster.faults.Fault;
import dev.mooring.testcluster.faults.FaultPlan;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What goes wrong on one connection: what a plan says and, while it leads to an API server that lags behind, that instead of the
 * plan, whether or not the plan changes meanwhile.
 */
final class Troubles implements FaultPlan {
    static final Duration LAGGING = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private volatile FaultPlan plan = FaultPlan.NONE;
    private volatile FaultPlan disturbance = this::planned;

    Troubles(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public Fault faultFor(ApiRequest request) {
        return disturbance.faultFor(request);
    }

    private Fault planned(ApiRequest request) {
        return plan.faultFor(request);
    }

    /** From now on this plan says what goes wrong by itself. */
    void follow(FaultPlan newPlan) {
        plan = newPlan;
    }

    /** For a while there is an API server that lags behind. */
    void lag(Duration lag) {
        disturbance = lagging(lag);
    }

    /** The next watch of each kind is told that its version is gone. */
    void expire() {
        disturbance = new GoneOnce(this::planned);
    }

    /** The same, and then there is an API server that lags behind, for a while. */
    void expireAndLag(Duration lag) {
        disturbance = new GoneOnce(lagging(lag));
    }

    private FaultPlan lagging(Duration lag) {
        long begin = nanoTime.getAsLong();
        return request -> nanoTime.getAsLong() - begin > LAGGING.toNanos()
                ? planned(request)
                : switch (request.verb()) {
                    case LIST -> new Fault.StaleList();
                    case WATCH -> new Fault.Late(lag);
                    case GET, WRITE -> Fault.NONE;
                };
    }
}
