package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.informers.impl.cache.CacheImpl;
import io.fabric8.kubernetes.client.informers.impl.cache.ProcessorStore;
import io.fabric8.kubernetes.client.informers.impl.cache.SharedProcessor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the store behaves in the hands of fabric8's own informer, without the API server behind it. */
class ProjectionStoreRelistTest {
    private final List<String> heard = new ArrayList<>();
    private final ProjectionStore<Namespace, NamespaceView> store = new ProjectionStore<>(
            Namespace::new,
            new Projector<>("Namespace", NamespaceView::of),
            Set.of(),
            new InformerMeters("Namespace", new SimpleMeterRegistry(), InstantSource.system()));
    private final CacheImpl<Namespace> cache = new CacheImpl<>();
    private final ProcessorStore<Namespace> informer = new ProcessorStore<>(cache, new SharedProcessor<>());

    @BeforeEach
    void listsForTheFirstTime() {
        cache.removeIndexer(CacheImpl.NAMESPACE_INDEX);
        cache.setItemStore(store);
        informer.update(List.of(Objects.namespace("vision"), Objects.namespace("nlp")));
        informer.syncList(Set.of("vision", "nlp"));
        store.listen((key, before, now) -> heard.add(key + (now == null ? " went" : " came")));
    }

    @Test
    void holdsWhatTheListHolds() {
        assertThat(store.projections())
                .containsExactlyInAnyOrder(
                        new NamespaceView("vision", "uid-of-vision"), new NamespaceView("nlp", "uid-of-nlp"));
    }

    @Test
    void tellsWhatAnotherListHasNotGotAnyMore() {
        informer.update(List.of(Objects.namespace("vision"), Objects.namespace("sales")));
        informer.syncList(Set.of("vision", "sales"));

        assertThat(heard).containsExactly("sales came", "nlp went");
    }

    @Test
    void tellsOfAnObjectThatWasMadeAgainBetweenTwoLists() {
        var again = Objects.namespace("nlp");
        again.getMetadata().setUid("another");
        informer.update(List.of(Objects.namespace("vision"), again));
        informer.syncList(Set.of("vision", "nlp"));

        assertThat(store.projection("nlp")).isEqualTo(new NamespaceView("nlp", "another"));
    }

    @Test
    void tellsOfADeletionThatIsWatched() {
        informer.delete(Objects.namespace("nlp"));

        assertThat(heard).containsExactly("nlp went");
    }
}
