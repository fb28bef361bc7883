package dev.mooring.controller.object;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes the status of one kind by server-side apply, when it changed, and an Event when the condition Ready changed.
 *
 * @param <T> the kind's status
 */
public final class StatusWriter<S, T, R extends CustomResource<S, T>> {
    private static final PatchContext APPLY = new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager(FieldManager.NAME)
            .withForce(true)
            .build();

    private final KubernetesClient client;
    private final Supplier<R> blank;
    private final Function<T, List<Condition>> conditions;
    private final EventWriter events;

    /**
     * Makes a writer.
     *
     * @param blank makes an empty object of the kind
     * @param conditions reads the conditions of a status
     */
    public StatusWriter(
            KubernetesClient client, Supplier<R> blank, Function<T, List<Condition>> conditions, EventWriter events) {
        this.client = client;
        this.blank = blank;
        this.conditions = conditions;
        this.events = events;
    }

    /** Returns the conditions that {@code current} has, none if it has no status yet. */
    public List<Condition> conditionsOf(R current) {
        var status = current.getStatus();
        return status == null ? List.of() : conditions.apply(status);
    }

    /** Makes {@code status} the status of {@code current}, as long as it is the same object. */
    public void write(R current, T status) {
        if (status.equals(current.getStatus())) {
            return;
        }
        var applied = blank.get();
        applied.setMetadata(new ObjectMetaBuilder()
                .withNamespace(current.getMetadata().getNamespace())
                .withName(current.getMetadata().getName())
                .withUid(current.getMetadata().getUid())
                .build());
        applied.setStatus(status);
        client.resource(applied).subresource("status").patch(APPLY, applied);
        var ready = readyIn(conditions.apply(status));
        if (Conditions.isNews(readyIn(conditionsOf(current)), ready)) {
            ready.forEach(condition -> events.conditionChanged(current, condition));
        }
    }

    private static List<Condition> readyIn(List<Condition> conditions) {
        return conditions.stream()
                .filter(condition -> Readiness.TYPE.equals(condition.getType()))
                .toList();
    }
}
