package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.informers.ForeignHeartbeats.Leftover;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KindHeartbeatTest {
    private static final String OWN = "heartbeat-own";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Store store = new Store();
    private final List<String> cuts = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private final KindHeartbeat heartbeat =
            new KindHeartbeat("Project", OWN, store, () -> now.toNanos(), new HeartbeatMeters("Project", meters));

    @BeforeEach
    void watch() {
        heartbeat.listBegins();
        heartbeat.watchBegins();
    }

    @Test
    void writesOneAfterTheOther() {
        beatAt(0);
        beatAt(1);

        assertThat(store.done).containsExactly("1", "2");
    }

    @Test
    void doesNotMakeUpForBeatsThatAPauseHasCost() {
        beatAt(60);
        beatAt(60);
        beatAt(60);

        assertThat(store.done).containsExactly("1");
    }

    @Test
    void isAsOldAsTheTimeSinceItsOwnHeartbeatWasSent() {
        beatAt(0);
        now = Duration.ofSeconds(3);
        heartbeat.skippedCame(heartbeat(OWN, 1));

        assertThat(heartbeat.ageNanos(now.toNanos()))
                .isEqualTo(Duration.ofSeconds(3).toNanos());
    }

    @Test
    void isNoYoungerForTheHeartbeatOfAnother() {
        beatAt(0);
        heartbeat.skippedCame(heartbeat("heartbeat-another", 1));

        assertThat(heartbeat.isKnown()).isFalse();
    }

    @Test
    void tellsItsAgeSinceTheStartWhileNoneHasComeBack() {
        now = Duration.ofSeconds(7);

        assertThat(meters.get("mooring.view.age").timeGauge().value(TimeUnit.SECONDS))
                .isEqualTo(7);
    }

    @Test
    void goesOnWhenOneCannotBeWritten() {
        store.refuses = true;
        beatAt(0);
        store.refuses = false;
        beatAt(1);

        assertThat(store.done).containsExactly("2");
        assertThat(meters.get("mooring.view.heartbeat.failures").counter().count())
                .isOne();
    }

    @Test
    void cutsTheWatchThatDoesNotBringThemBack() {
        for (int second = 0; second <= 6; second++) {
            beatAt(second);
        }

        assertThat(cuts).containsExactly("heartbeats do not come back");
        assertThat(meters.get("mooring.view.cuts").counter().count()).isOne();
    }

    @Test
    void cutsNoWatchWhenNoneCouldBeWritten() {
        store.refuses = true;
        for (int second = 0; second <= 60; second++) {
            beatAt(second);
        }

        assertThat(cuts).isEmpty();
    }

    @Test
    void clearsAwayWhatAnotherLeft() {
        heartbeat.skippedCame(heartbeat("heartbeat-another", 1));
        beatAt(300);
        beatAt(301);
        beatAt(302);

        assertThat(store.done).containsExactly("1", "2", "deleted heartbeat-another", "3");
    }

    @Test
    void takesItsHeartbeatAlongAndWritesNoMore() {
        beatAt(0);
        heartbeat.end();
        beatAt(1);

        assertThat(store.done).containsExactly("1", "deleted");
    }

    private void beatAt(long second) {
        now = Duration.ofSeconds(second);
        heartbeat.beat(why -> {
            cuts.add(why);
            heartbeat.listBegins();
            return true;
        });
    }

    private static ObjectMeta heartbeat(String name, long number) {
        return Heartbeat.named(Heartbeat.project(), "mooring-system", name, number)
                .getMetadata();
    }

    /** Remembers what it was told, unless it refuses. */
    private static final class Store implements HeartbeatStore {
        private final List<String> done = new ArrayList<>();
        private boolean refuses;

        @Override
        public void write(long number) {
            does(Long.toString(number));
        }

        @Override
        public void delete(Leftover leftover) {
            does("deleted " + leftover.name());
        }

        @Override
        public void delete() {
            does("deleted");
        }

        private void does(String what) {
            if (refuses) {
                throw new KubernetesClientException("not now");
            }
            done.add(what);
        }
    }
}
