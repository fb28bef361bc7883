package dev.mooring.testcluster.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import dev.mooring.testcluster.faults.Visitor.Transport;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

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

    /** Each fault with what is seen of the next object, whose name is {@code %1$s}, after one of version {@code %2$s}. */
    static Stream<Arguments> sights() {
        return Stream.of(Transport.values())
                .flatMap(transport -> Stream.of(
                        arguments(transport, new Fault.Duplicate(), List.of("ADDED %1$s", "ADDED %1$s")),
                        arguments(transport, new Fault.BookmarksOnly(), List.of("BOOKMARK %2$s")),
                        arguments(transport, new Fault.ErrorEvent(410), List.of("ERROR 410", "end")),
                        arguments(transport, new Fault.End(), List.of("end")),
                        arguments(transport, new Fault.Reset(), List.of("broken"))));
    }

    @ParameterizedTest
    @MethodSource("sights")
    void aFaultShowsAtTheNextEvent(Transport transport, Fault fault, List<String> sights) throws Exception {
        SeenWatch watch = watch(transport);
        visitor.meet(fault);
        String last = version;

        String made = make();

        for (String sight : sights) {
            assertThat(watch.next()).isEqualTo(sight.formatted(made, last));
        }
    }

    @ParameterizedTest
    @EnumSource
    void lostEventsAreFollowedByTheEndOfTheWatch(Transport transport) throws Exception {
        SeenWatch watch = silenced(transport, new Fault.Lost());

        make();

        assertThat(watch.next()).isEqualTo("end");
    }

    @ParameterizedTest
    @EnumSource
    void aHalfOpenWatchStaysSoWhenTheFaultIsOver(Transport transport) throws Exception {
        SeenWatch watch = silenced(transport, new Fault.BlackHole());

        make();

        assertThat(watch.next(SHORT)).isEqualTo("nothing");
    }

    /** Returns a watch that missed an event by a fault that is over. */
    private SeenWatch silenced(Transport transport, Fault fault) throws InterruptedException {
        SeenWatch watch = watch(transport);
        visitor.meet(fault);
        make();
        assertThat(watch.next(SHORT)).isEqualTo("nothing");
        visitor.meetNothing();
        return watch;
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
