package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceList;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderedSourceTest {
    private static final ListOptions FIRST_PAGE = new ListOptions();
    private static final ListOptions NEXT_PAGE =
            new ListOptionsBuilder().withContinue("more").build();

    private final List<String> heard = new ArrayList<>();
    private final FakeApiServer server = new FakeApiServer();
    private final OrderedSource<Namespace, NamespaceList> source = new OrderedSource<>(server, 100);

    OrderedSourceTest() {
        source.listen(new Ear());
    }

    @Test
    void tellsWhenAListBeginsAndWhenItIsComplete() {
        list(FIRST_PAGE);
        list(NEXT_PAGE);
        watch();

        assertThat(heard).containsExactly("list", "watch");
    }

    @Test
    void handsOnWhatIsWatched() {
        list(FIRST_PAGE);
        watch();
        event("11");
        event("12");

        assertThat(heard).containsExactly("list", "watch", "event 11", "event 12");
    }

    @Test
    void isDeafToAWatchOnceAnotherListHasBegun() {
        list(FIRST_PAGE);
        watch();
        list(FIRST_PAGE);
        event("11");

        assertThat(heard).containsExactly("list", "watch", "list");
    }

    @Test
    void isDeafToAWatchThatWasCut() {
        list(FIRST_PAGE);
        watch();
        source.cut("it is stuck");
        event("11");

        assertThat(heard).containsExactly("list", "watch", "closed: it is stuck");
    }

    @Test
    void closesAWatchOnce() {
        list(FIRST_PAGE);
        watch();
        source.cut("it is stuck");
        server.watcher().onClose(new WatcherException("the server has gone"));
        server.watcher().onClose();

        assertThat(heard).containsExactly("list", "watch", "closed: it is stuck");
    }

    @Test
    void hasNothingToCutWhileItLists() {
        list(FIRST_PAGE);

        assertThat(source.cut("it is stuck")).isFalse();
    }

    @Test
    void leavesAWatchAloneThatHasJustBegun() {
        list(FIRST_PAGE);
        watch();

        assertThat(source.cutIfSilent()).isFalse();
    }

    @Test
    void leavesAWatchAloneOnWhichABookmarkComesBetweenTwoLooks() {
        list(FIRST_PAGE);
        watch();
        source.cutIfSilent();
        server.bookmark("11");

        assertThat(source.cutIfSilent()).isFalse();
    }

    @Test
    void cutsAWatchOnWhichNothingComesBetweenTwoLooks() {
        list(FIRST_PAGE);
        watch();
        source.cutIfSilent();

        assertThat(source.cutIfSilent()).isTrue();
        assertThat(heard).containsExactly("list", "watch", "closed: nothing is heard");
    }

    @Test
    void saysSoWhenAListIsOlderThanWhatWasKnown() {
        list(FIRST_PAGE);
        watch();
        event("11");
        list(FIRST_PAGE);

        assertThat(heard).containsExactly("list", "watch", "event 11", "list", "order lost");
    }

    @Test
    void saysNothingWhenAListIsNewer() {
        list(FIRST_PAGE);
        server.hold("20");
        list(FIRST_PAGE);

        assertThat(heard).containsExactly("list", "list");
    }

    @Test
    void doesNotTakeAnEventThatIsOlderThanTheOneBefore() {
        list(FIRST_PAGE);
        watch();
        event("12");
        event("11");

        assertThat(heard)
                .containsExactly(
                        "list", "watch", "event 12", "order lost", "closed: an event is older than the one before it");
    }

    @Test
    void takesVersionsThatAreNoNumbersInTheOrderInWhichTheyCome() {
        list(FIRST_PAGE);
        watch();
        event("b");
        event("a");

        assertThat(heard).containsExactly("list", "watch", "event b", "event a");
    }

    private void list(ListOptions page) {
        assertThat(source.submitList(page)).isCompleted();
    }

    private void watch() {
        assertThat(source.submitWatch(new ListOptions(), new Informer())).isNotDone();
    }

    private void event(String version) {
        server.tell("vision", version);
    }

    private final class Informer implements Watcher<Namespace> {
        @Override
        public void eventReceived(Action action, Namespace namespace) {
            heard.add("event " + namespace.getMetadata().getResourceVersion());
        }

        @Override
        public void onClose(WatcherException cause) {
            heard.add("closed: " + cause.getMessage());
        }
    }

    private final class Ear implements StreamListener {
        @Override
        public void listBegins() {
            heard.add("list");
        }

        @Override
        public void watchBegins() {
            heard.add("watch");
        }

        @Override
        public void orderLost() {
            heard.add("order lost");
        }
    }
}
