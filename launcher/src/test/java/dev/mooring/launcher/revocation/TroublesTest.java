package dev.mooring.launcher.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.testcluster.faults.ApiRequest;
import dev.mooring.testcluster.faults.Fault;
import dev.mooring.testcluster.faults.FaultPlan;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TroublesTest {
    private static final ApiRequest LIST = ApiRequest.of("GET", "/api/v1/namespaces");
    private static final ApiRequest WATCH = ApiRequest.of("GET", "/api/v1/namespaces?watch=true");
    private static final Fault RESET = new Fault.Reset();
    private static final FaultPlan RESETS = FaultPlan.of(RESET, request -> true);

    private final AtomicLong time = new AtomicLong();
    private final Troubles troubles = new Troubles(time::get);

    @Test
    void followsAPlan() {
        troubles.follow(RESETS);

        assertThat(troubles.faultFor(LIST)).isEqualTo(RESET);
    }

    @Test
    void aLagIsNotEndedByAPlanThatBegins() {
        troubles.lag(Duration.ofSeconds(1));
        troubles.follow(RESETS);

        assertThat(troubles.faultFor(LIST)).isInstanceOf(Fault.StaleList.class);
    }

    @Test
    void thePlanHoldsAgainOnceALagIsOver() {
        troubles.lag(Duration.ofSeconds(1));
        troubles.follow(RESETS);
        time.addAndGet(Troubles.LAGGING.toNanos() + 1);

        assertThat(troubles.faultFor(LIST)).isEqualTo(RESET);
    }

    @Test
    void aWatchIsToldOnceThatItsVersionIsGone() {
        troubles.expireAndLag(Duration.ofSeconds(1));

        assertThat(troubles.faultFor(WATCH)).isEqualTo(new Fault.Answer(410));
        assertThat(troubles.faultFor(WATCH)).isEqualTo(new Fault.Late(Duration.ofSeconds(1)));
    }
}
