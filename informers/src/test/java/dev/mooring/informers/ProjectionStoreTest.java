package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProjectionStoreTest {
    private static final String KEY = "vision/train";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> heard = new ArrayList<>();
    private final ProjectionStore<Pod, String> store = new ProjectionStore<>(
            Pod::new,
            new Projector<>("Pod", ProjectionStoreTest::nodeOf),
            Set.of("mooring-system"),
            new InformerMeters("Pod", meters, InstantSource.system()));

    ProjectionStoreTest() {
        store.listen((key, before, now) -> heard.add(key + ": " + before + " -> " + now));
    }

    @Test
    void keepsTheProjection() {
        put("vision", "a");

        assertThat(store.projection(KEY)).isEqualTo("a");
    }

    @Test
    void tellsWhatCameChangedAndWent() {
        put("vision", "a");
        put("vision", "b");
        store.remove(KEY);

        assertThat(heard).containsExactly(KEY + ": null -> a", KEY + ": a -> b", KEY + ": b -> null");
    }

    @Test
    void tellsNothingOfWhatTheProjectionDoesNotShow() {
        put("vision", "a");
        put("vision", "a");

        assertThat(heard).containsExactly(KEY + ": null -> a");
    }

    @Test
    void tellsNothingOfTheRemovalOfWhatItDoesNotKnow() {
        store.remove(KEY);

        assertThat(heard).isEmpty();
    }

    @Test
    void saysThatNothingWasThereSoThatTheInformerNotifiesNobody() {
        put("vision", "a");

        assertThat(store.put(KEY, pod("vision", "b"))).isNull();
    }

    @Test
    void takesAnUnreadableObjectForAbsent() {
        put("vision", "a");
        put("vision", "unreadable");

        assertThat(heard).containsExactly(KEY + ": null -> a", KEY + ": a -> null");
    }

    @Test
    void countsUnreadableObjectsNotTheirEvents() {
        put("vision", "unreadable");
        put("vision", "unreadable");

        assertThat(store.unreadable()).isOne();
    }

    @Test
    void forgetsAnUnreadableObjectThatCanBeReadAgain() {
        put("vision", "unreadable");
        put("vision", "a");

        assertThat(store.unreadable()).isZero();
    }

    @Test
    void forgetsAnUnreadableObjectThatIsGone() {
        put("vision", "unreadable");
        store.remove(KEY);

        assertThat(store.unreadable()).isZero();
    }

    @Test
    void namesAllObjectsWhenTheInformerLooksForWhatIsGone() {
        put("vision", "a");
        store.put("nlp/broken", pod("nlp", "unreadable"));

        assertThat(store.values().map(store::getKey)).containsExactlyInAnyOrder(KEY, "nlp/broken");
    }

    @Test
    void namesObjectsWithoutANamespaceToo() {
        store.put("node-1", pod(null, "a"));

        assertThat(store.values().map(store::getKey)).containsExactly("node-1");
    }

    @Test
    void skipsOurNamespace() {
        store.put("mooring-system/train", pod("mooring-system", "a"));

        assertThat(store.size()).isZero();
    }

    @Test
    void goesOnAfterAListenerThatThrows() {
        store.listen((key, before, now) -> {
            throw new IllegalStateException("a bug in a listener");
        });
        var last = new ArrayList<String>();
        store.listen((key, before, now) -> last.add(key));
        put("vision", "a");

        assertThat(last).containsExactly(KEY);
    }

    @Test
    void countsListenersThatThrow() {
        store.listen((key, before, now) -> {
            throw new IllegalStateException("a bug in a listener");
        });
        put("vision", "a");

        assertThat(meters.get("mooring.informer.listener.failures")
                        .tag("kind", "Pod")
                        .counter()
                        .count())
                .isOne();
    }

    private void put(String namespace, String node) {
        store.put(KEY, pod(namespace, node));
    }

    private static Pod pod(@Nullable String namespace, String node) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName("train")
                .endMetadata()
                .withNewSpec()
                .withNodeName(node)
                .endSpec()
                .build();
    }

    private static String nodeOf(Pod pod) {
        var node = pod.getSpec().getNodeName();
        if (node.equals("unreadable")) {
            throw new IllegalArgumentException("\"spec.nodeName\" cannot be read");
        }
        return node;
    }
}
