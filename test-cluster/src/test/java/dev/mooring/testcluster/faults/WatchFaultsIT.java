package dev.mooring.testcluster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import dev.mooring.testcluster.faults.Visitor.Transport;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
@WithCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WatchFaultsIT {
    private static final Duration DELAY = Duration.ofMillis(600);
    private static final Duration SHORT = Duration.ofMillis(500);

    private final KubernetesClient admin;
    private final Visitor visitor;
    private final AtomicInteger number = new AtomicInteger();
    private String version = "";

    WatchFaultsIT(TestCluster cluster) {
        admin = cluster.client();
        visitor = new Visitor(cluster, "watch-faults");
    }

    @AfterEach
    void recover() {
        visitor.meetNothing();
    }

    @AfterAll
    void close() throws IOException {
        visitor.close();
    }

    @ParameterizedTest
    @EnumSource
    void withoutAFaultEventsPass(Transport transport) throws Exception {
        SeenWatch watch = watch(transport);

        String made = make();

        assertThat(watch.next()).isEqualTo("ADDED " + made);
    }

    @ParameterizedTest
    @EnumSource
    void eventsMayComeLateWithoutMakingOneAnotherLater(Transport transport) throws Exception {
        SeenWatch watch = watch(transport);
        visitor.meet(new Fault.Late(DELAY));
        long begin = System.nanoTime();

        String first = make();
        String second = make();

        assertThat(watch.next()).isEqualTo("ADDED " + first);
        assertThat(since(begin)).isGreaterThan(DELAY);
        assertThat(watch.next()).isEqualTo("ADDED " + second);
        assertThat(since(begin)).isLessThan(DELAY.multipliedBy(2));
    }

    @ParameterizedTest
    @EnumSource
    void eventsMayComeTwice(Transport transport) throws Exception {
        SeenWatch watch = watch(transport);
        visitor.meet(new Fault.Duplicate());

        String made = make();

        assertThat(watch.next()).isEqualTo("ADDED " + made);
        assertThat(watch.next()).isEqualTo("ADDED " + made);
    }

    @ParameterizedTest
    @EnumSource
    void lostEventsAreFollowedByTheEndOfTheWatch(Transport transport) throws Exception {
        SeenWatch watch = watch(transport);
        visitor.meet(new Fault.Lost());
        make();
        assertThat(watch.next(SHORT)).isEqualTo("nothing");

        visitor.meetNothing();
        make();

        assertThat(watch.next()).isEqualTo("end");
    }

    @ParameterizedTest
    @EnumSource
    void bookmarksComeInsteadOfEventsAndGoNoFurtherThanThose(Transport transport) throws Exception {
        SeenWatch watch = watch(transport);
        visitor.meet(new Fault.BookmarksOnly());
        String last = version;

        make();

        assertThat(watch.next()).isEqualTo("BOOKMARK " + last);
    }

    @ParameterizedTest
    @EnumSource
    void anErrorEventEndsTheWatch(Transport transport) throws Exception {
        SeenWatch watch = watch(transport);
        visitor.meet(new Fault.ErrorEvent(410));

        make();

        assertThat(watch.next()).isEqualTo("ERROR 410");
        assertThat(watch.next()).isEqualTo("end");
    }

    @ParameterizedTest
    @EnumSource
    void aWatchMayEndWithoutAWord(Transport transport) throws Exception {
        SeenWatch watch = watch(transport);
        visitor.meet(new Fault.End());

        make();

        assertThat(watch.next()).isEqualTo("end");
    }

    @ParameterizedTest
    @EnumSource
    void aWatchMayBeReset(Transport transport) throws Exception {
        SeenWatch watch = watch(transport);
        visitor.meet(new Fault.Reset());

        make();

        assertThat(watch.next()).isEqualTo("broken");
    }

    @ParameterizedTest
    @EnumSource
    void aHalfOpenWatchStaysSoWhenTheFaultIsOver(Transport transport) throws Exception {
        SeenWatch watch = watch(transport);
        visitor.meet(new Fault.BlackHole());
        make();
        assertThat(watch.next(SHORT)).isEqualTo("nothing");

        visitor.meetNothing();
        make();

        assertThat(watch.next(SHORT)).isEqualTo("nothing");
    }

    /** Returns a watch that has begun: its first event has come. */
    private SeenWatch watch(Transport transport) throws InterruptedException {
        String before = admin.configMaps()
                .inNamespace("watch-faults")
                .list()
                .getMetadata()
                .getResourceVersion();
        SeenWatch watch = visitor.watch(transport, before);
        String made = make();
        assertThat(watch.next()).isEqualTo("ADDED " + made);
        return watch;
    }

    private String make() {
        String name = "made-" + number.incrementAndGet();
        version = admin.resource(visitor.configMap(name)).create().getMetadata().getResourceVersion();
        return name;
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
