package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Namespace;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That an informer goes on, in the hands of fabric8's own reflector, whatever the API server does. */
class InformerRecoveryTest {
    /** Draws the highest number that it may. */
    private static final RandomGenerator MOST = new RandomGenerator() {
        @Override
        public long nextLong() {
            return Long.MAX_VALUE;
        }

        @Override
        public int nextInt(int bound) {
            return bound - 1;
        }
    };

    private final FakeApiServer server = new FakeApiServer();
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final ProjectedInformer<NamespaceView> informer = ProjectedInformer.of(
            "Namespace",
            new Feed<>(Namespace.class, server, executor),
            Namespace::new,
            NamespaceView::of,
            new InformerSettings(Set.of(), new SimpleMeterRegistry(), InstantSource.system(), MOST));

    @BeforeEach
    void start() {
        server.hold("10", "vision", "nlp");
        informer.start();
        await().until(() -> server.watches() == 1);
    }

    @AfterEach
    void close() {
        informer.close();
        executor.shutdownNow();
    }

    @Test
    void listsFromAQuorumAndInPages() {
        server.hold("20", "vision");
        relistedBy(server::forgetVersion);

        assertThat(server.lists).hasSizeGreaterThanOrEqualTo(2).allSatisfy(list -> {
            assertThat(list.getResourceVersion()).isNull();
            assertThat(list.getLimit()).isEqualTo(500);
        });
    }

    @Test
    void listsAgainWhenItsVersionIsGone() {
        server.hold("20", "vision", "sales");
        relistedBy(server::forgetVersion);

        assertThat(names()).containsExactlyInAnyOrder("vision", "sales");
    }

    @Test
    void listsAgainWhenItsWatchBreaks() {
        server.hold("20", "vision", "sales");
        relistedBy(server::breakWatch);

        assertThat(names()).containsExactlyInAnyOrder("vision", "sales");
    }

    @Test
    void listsAgainWhenItsWatchIsCut() {
        server.hold("20", "vision", "sales");
        relistedBy(() -> informer.cut("heartbeats do not come back"));

        assertThat(names()).containsExactlyInAnyOrder("vision", "sales");
    }

    @Test
    void listsUntilThatSucceeds() {
        server.hold("20", "sales");
        server.fail(3);
        relistedBy(server::breakWatch);

        assertThat(names()).containsExactly("sales");
        assertThat(informer.isRunning()).isTrue();
    }

    @Test
    void pausesBetweenListsForAsLongAsIsDrawn() {
        server.fail(1);
        relistedBy(server::breakWatch);

        var last = server.listTimes.size() - 1;
        assertThat(Duration.ofNanos(server.listTimes.get(last) - server.listTimes.get(last - 1)))
                .isGreaterThanOrEqualTo(Duration.ofMillis(199));
    }

    @Test
    void doesNotListenToAWatchThatHasBeenReplaced() {
        var old = server.watcher();
        server.hold("20", "vision");
        relistedBy(() -> informer.cut("heartbeats do not come back"));
        FakeApiServer.tell(old, "nlp", "30");

        assertThat(names()).containsExactly("vision");
    }

    @Test
    void listsAgainWhenAnEventComesTooLate() {
        server.tell("sales", "15");
        server.hold("20", "vision");
        relistedBy(() -> server.tell("nlp", "12"));

        assertThat(names()).containsExactly("vision");
    }

    private void relistedBy(Runnable failure) {
        int before = server.watches();
        failure.run();
        await().until(() -> server.watches() > before);
    }

    private Set<String> names() {
        return Set.copyOf(informer.all().stream().map(NamespaceView::name).toList());
    }
}
