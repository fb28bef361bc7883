package dev.mooring.informers;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.internal.AbstractWatchManager;
import io.fabric8.kubernetes.client.informers.impl.ListerWatcher;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Where a fabric8 informer lists and watches one kind: tells in which order things come, and can cut a watch.
 *
 * <p>fabric8's reflector lists, watches from there, and lists again when the watch ends with an exception. It calls here for
 * each of these, so here is known what its store is not told: whether an object comes from a list. A watch that has been
 * replaced, or cut, is not listened to any more, whatever its connection still delivers.
 */
final class OrderedSource<R extends HasMetadata, L extends KubernetesResourceList<R>> implements ListerWatcher<R, L> {
    private final ListerWatcher<R, L> source;
    private final int pauseMillis;
    private final Object lock = new Object();
    private StreamListener listener = StreamListener.NONE;
    private long newest;
    private @Nullable Stream current;
    private boolean isHeard;

    /** @param pauseMillis how long to wait before a list is tried again; doubled each time, up to 32 times as long */
    OrderedSource(ListerWatcher<R, L> source, int pauseMillis) {
        this.source = source;
        this.pauseMillis = pauseMillis;
    }

    /** Has {@code listener} told how the stream goes on. */
    void listen(StreamListener listener) {
        synchronized (lock) {
            this.listener = listener;
        }
    }

    @Override
    public CompletableFuture<L> submitList(ListOptions options) {
        if (options.getContinue() == null) {
            synchronized (lock) {
                leave();
                listener.listBegins();
            }
        }
        return source.submitList(options).thenApply(this::inOrder);
    }

    private L inOrder(L list) {
        synchronized (lock) {
            var version = ResourceVersion.of(list.getMetadata().getResourceVersion());
            if (ResourceVersion.isOlder(version, newest)) {
                listener.orderLost();
            }
            newest = version;
            return list;
        }
    }

    @Override
    public CompletableFuture<AbstractWatchManager<R>> submitWatch(ListOptions options, Watcher<R> watcher) {
        var stream = new Stream(watcher);
        synchronized (lock) {
            leave();
            current = stream;
            isHeard = true;
            listener.watchBegins();
        }
        return source.submitWatch(options, stream).thenApply(stream::opened);
    }

    /** Ends the watch, if there is one, and has the informer list again. The connection may be dead: nothing waits for it. */
    boolean cut(String why) {
        Stream stream;
        synchronized (lock) {
            stream = current;
            leave();
        }
        return end(stream, why);
    }

    /** Cuts the watch if it has delivered nothing, not even a bookmark, since this was last asked; returns whether it did. */
    boolean cutIfSilent() {
        @Nullable Stream silent;
        synchronized (lock) {
            silent = isHeard ? null : current;
            isHeard = false;
            if (silent != null) {
                leave();
            }
        }
        return end(silent, "nothing is heard");
    }

    private boolean end(@Nullable Stream stream, String why) {
        if (stream == null) {
            return false;
        }
        stream.watcher.onClose(new WatcherException(why));
        return true;
    }

    private void leave() {
        if (current != null) {
            current.close();
            current = null;
        }
    }

    @Override
    public Long getLimit() {
        return source.getLimit();
    }

    @Override
    public int getWatchReconnectInterval() {
        return pauseMillis;
    }

    @Override
    public String getApiEndpointPath() {
        return source.getApiEndpointPath();
    }

    @Override
    public Config getConfig() {
        return source.getConfig();
    }

    /** One watch, with all its connections. Its fields are guarded by the lock. */
    private final class Stream implements Watcher<R> {
        private final Watcher<R> watcher;
        private @Nullable AbstractWatchManager<R> connection;
        private boolean closed;

        Stream(Watcher<R> watcher) {
            this.watcher = watcher;
        }

        AbstractWatchManager<R> opened(AbstractWatchManager<R> connection) {
            synchronized (lock) {
                this.connection = connection;
                if (closed) {
                    connection.close();
                }
                return connection;
            }
        }

        void close() {
            closed = true;
            if (connection != null) {
                connection.close();
            }
        }

        @Override
        public void eventReceived(Action action, R object) {
            if (!taken(action, object)) {
                cut("an event is older than the one before it");
            }
        }

        /** Returns false if the event comes too late to be taken. */
        private boolean taken(Action action, R object) {
            synchronized (lock) {
                if (closed) {
                    return true;
                }
                isHeard = true;
                var version = ResourceVersion.of(object.getMetadata().getResourceVersion());
                if (ResourceVersion.isOlder(version, newest)) {
                    listener.orderLost();
                    return false;
                }
                newest = version;
                watcher.eventReceived(action, object);
                return true;
            }
        }

        @Override
        public void onClose(WatcherException cause) {
            if (ends()) {
                watcher.onClose(cause);
            }
        }

        @Override
        public void onClose() {
            if (ends()) {
                watcher.onClose();
            }
        }

        private boolean ends() {
            synchronized (lock) {
                var first = !closed;
                closed = true;
                return first;
            }
        }

        @Override
        public boolean reconnecting() {
            return watcher.reconnecting();
        }
    }
}
