package dev.mooring.controller.access;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What could not be given at the last try, and why. Only this process knows: after a restart everything is tried again.
 *
 * <p>Written by {@link BindingSteps}, and read by {@link AccessRuleSteps}, on any thread.
 */
public final class BindingFailures {
    /** What is given in one namespace, by the name of its first binding. */
    private record Key(String namespace, String group) {}

    private final Map<Key, String> reasons = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /** Has {@code listener} told of each namespace in which something fails that did not, or otherwise, or no more. */
    public void listen(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** Returns why {@code given} could not be given in {@code namespace}; empty if nothing is known to be wrong. */
    Optional<String> of(String namespace, Given given) {
        return Optional.ofNullable(reasons.get(new Key(namespace, given.bindingName(1))));
    }

    void failed(String namespace, String group, RuntimeException failure) {
        var reason = reasonOf(failure);
        if (!reason.equals(reasons.put(new Key(namespace, group), reason))) {
            tell(namespace);
        }
    }

    void succeeded(String namespace, String group) {
        if (reasons.remove(new Key(namespace, group)) != null) {
            tell(namespace);
        }
    }

    /** Nothing is left to do in {@code namespace}. */
    void settled(String namespace) {
        if (reasons.keySet().removeIf(key -> key.namespace().equals(namespace))) {
            tell(namespace);
        }
    }

    private void tell(String namespace) {
        listeners.forEach(listener -> listener.accept(namespace));
    }

    /** What the API server says, without how it was asked. */
    private static String reasonOf(RuntimeException failure) {
        return Optional.of(failure)
                .filter(KubernetesClientException.class::isInstance)
                .map(KubernetesClientException.class::cast)
                .map(KubernetesClientException::getStatus)
                .map(Status::getMessage)
                .orElseGet(failure::toString);
    }
}
