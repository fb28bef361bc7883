package dev.mooring.controller.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What the API server refused to have given at the last try, and why. Only this process knows: after a restart everything is
 * tried again.
 *
 * <p>Written by {@link BindingSteps}, and read by {@link AccessRuleSteps}, on any thread; of one namespace by one thread at a
 * time.
 */
public final class BindingFailures {
    /** What is given in one namespace, by the name of its first binding. */
    private record Key(String namespace, String group) {}

    /** What was refused, and whether at the last try, or at the one before and not tried since. */
    private record Refusal(RefusedBinding what, boolean recent) {}

    private final Map<Key, Refusal> refusals = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /** Has {@code listener} told of each namespace in which something is refused that was not, or otherwise, or no more. */
    public void listen(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** Returns what was refused when {@code given} was to be given in {@code namespace}; empty if nothing was. */
    Optional<RefusedBinding> of(String namespace, Given given) {
        return Optional.ofNullable(refusals.get(new Key(namespace, given.bindingName(1))))
                .map(Refusal::what);
    }

    /** A new try begins in {@code namespace}: what was not refused at the last one is not to be tried any more. */
    void tryAgain(String namespace) {
        boolean forgotten = refusals.entrySet()
                .removeIf(entry -> entry.getKey().namespace().equals(namespace)
                        && !entry.getValue().recent());
        refusals.replaceAll(
                (key, refusal) -> key.namespace().equals(namespace) ? new Refusal(refusal.what(), false) : refusal);
        tellIf(forgotten, namespace);
    }

    void refused(String group, RefusedBinding what) {
        var before = refusals.put(new Key(what.namespace(), group), new Refusal(what, true));
        tellIf(before == null || !before.what().equals(what), what.namespace());
    }

    void succeeded(String namespace, String group) {
        tellIf(refusals.remove(new Key(namespace, group)) != null, namespace);
    }

    /** Nothing is left to do in {@code namespace}. */
    void settled(String namespace) {
        tellIf(refusals.keySet().removeIf(key -> key.namespace().equals(namespace)), namespace);
    }

    private void tellIf(boolean isNews, String namespace) {
        if (isNews) {
            listeners.forEach(listener -> listener.accept(namespace));
        }
    }
}
