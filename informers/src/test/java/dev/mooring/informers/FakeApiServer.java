package dev.mooring.informers;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.NamespaceList;
import io.fabric8.kubernetes.api.model.NamespaceListBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.internal.AbstractWatchManager;
import io.fabric8.kubernetes.client.informers.impl.ListerWatcher;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Namespaces as an API server would list and watch them, with the failures that a test asks for. */
final class FakeApiServer implements ListerWatcher<Namespace, NamespaceList> {
    /** How each list was asked for, oldest first. */
    final List<ListOptions> lists = new CopyOnWriteArrayList<>();

    /** When each of them was asked for, in nanoseconds. */
    final List<Long> listTimes = new CopyOnWriteArrayList<>();

    private volatile List<Namespace> namespaces = List.of();
    private volatile String version = "10";
    private volatile @Nullable Watcher<Namespace> watcher;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger watches = new AtomicInteger();

    /** Holds these from now on, at this version. */
    void hold(String version, String... names) {
        this.version = version;
        namespaces = List.of(names).stream().map(Objects::namespace).toList();
    }

    /** Fails the next lists. */
    void fail(int lists) {
        failures.set(lists);
    }

    /** Tells the newest watch that a namespace has changed. */
    void tell(String name, String version) {
        tell(watcher(), name, version);
    }

    /** Tells one watch, the newest or an older one. */
    static void tell(Watcher<Namespace> watcher, String name, String version) {
        tell(watcher, Watcher.Action.MODIFIED, Objects.namespace(name), version);
    }

    /** Tells the newest watch how far it is, though nothing has happened. */
    void bookmark(String version) {
        tell(
                watcher(),
                Watcher.Action.BOOKMARK,
                new NamespaceBuilder().withNewMetadata().endMetadata().build(),
                version);
    }

    private static void tell(Watcher<Namespace> watcher, Watcher.Action action, Namespace namespace, String version) {
        namespace.getMetadata().setResourceVersion(version);
        watcher.eventReceived(action, namespace);
    }

    /** Ends the newest watch: its version is known no more. */
    void forgetVersion() {
        var gone = new KubernetesClientException("too old", HttpURLConnection.HTTP_GONE, null);
        watcher().onClose(new WatcherException("too old", gone));
    }

    /** Ends the newest watch for another reason. */
    void breakWatch() {
        watcher().onClose(new WatcherException("broken"));
    }

    /** Returns the newest watch. */
    Watcher<Namespace> watcher() {
        return requireNonNull(watcher);
    }

    /** Returns how many watches have begun. */
    int watches() {
        return watches.get();
    }

    @Override
    public CompletableFuture<NamespaceList> submitList(ListOptions options) {
        lists.add(options);
        listTimes.add(System.nanoTime());
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return CompletableFuture.failedFuture(new KubernetesClientException("not now"));
        }
        return CompletableFuture.completedFuture(new NamespaceListBuilder()
                .withNewMetadata()
                .withResourceVersion(version)
                .endMetadata()
                .withItems(namespaces)
                .build());
    }

    @Override
    public CompletableFuture<AbstractWatchManager<Namespace>> submitWatch(
            ListOptions options, Watcher<Namespace> watcher) {
        this.watcher = watcher;
        watches.incrementAndGet();
        return new CompletableFuture<>();
    }

    @Override
    public Long getLimit() {
        return 500L;
    }

    @Override
    public int getWatchReconnectInterval() {
        return 1_000;
    }

    @Override
    public String getApiEndpointPath() {
        return "namespaces";
    }

    @Override
    public Config getConfig() {
        return Config.empty();
    }
}
