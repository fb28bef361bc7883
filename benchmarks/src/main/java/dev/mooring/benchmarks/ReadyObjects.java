package dev.mooring.benchmarks;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Which objects of a kind are ready, as they come. */
final class ReadyObjects<T extends HasMetadata> implements ResourceEventHandler<T> {
    private final String kind;
    private final Function<T, List<Condition>> conditions;
    private final Set<String> ready = ConcurrentHashMap.newKeySet();

    private ReadyObjects(String kind, Function<T, List<Condition>> conditions) {
        this.kind = kind;
        this.conditions = conditions;
    }

    /** Watches until the client is closed. */
    static <T extends HasMetadata> ReadyObjects<T> watch(
            KubernetesClient client, Class<T> type, Function<T, List<Condition>> conditions) {
        var objects = new ReadyObjects<>(HasMetadata.getKind(type), conditions);
        client.resources(type).inAnyNamespace().inform(objects);
        return objects;
    }

    /** Returns when so many are ready at once, and says every ten seconds how many are. */
    void await(int count) throws InterruptedException {
        Waiting.until(kind + "s are ready", count, ready::size);
    }

    /** Returns when the object of this name is ready. */
    void await(String namespace, String name) throws InterruptedException {
        String key = namespace + "/" + name;
        Waiting.until(kind + " " + key + " is ready", () -> ready.contains(key));
    }

    @Override
    public void onAdd(T object) {
        see(object);
    }

    @Override
    public void onUpdate(T before, T object) {
        see(object);
    }

    @Override
    public void onDelete(T object, boolean unknown) {
        ready.remove(key(object));
    }

    private void see(T object) {
        boolean isReady = conditions.apply(object).stream()
                .anyMatch(condition -> "Ready".equals(condition.getType()) && "True".equals(condition.getStatus()));
        if (isReady) {
            ready.add(key(object));
        } else {
            ready.remove(key(object));
        }
    }

    private static String key(HasMetadata object) {
        return object.getMetadata().getNamespace() + "/" + object.getMetadata().getName();
    }
}
