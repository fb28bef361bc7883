package dev.mooring.informers;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.dsl.internal.BaseOperation;
import io.fabric8.kubernetes.client.informers.impl.ListerWatcher;
import java.util.concurrent.Executor;

/**
 * What fabric8 makes an informer of.
 *
 * @param type the objects' type
 * @param source lists and watches them, page by page
 * @param executor does what follows from it
 */
record Feed<R extends HasMetadata, L extends KubernetesResourceList<R>>(
        Class<R> type, ListerWatcher<R, L> source, Executor executor) {

    /** Objects in one page of a list. With a limit the client leaves the list's resourceVersion unset. */
    private static final long PAGE = 500;

    /** Returns what {@code runnableInformer} of {@code source} would make an informer of. */
    @SuppressWarnings("unchecked") // there is no other implementation
    static <R extends HasMetadata> Feed<R, ?> of(Informable<R> source) {
        return of((BaseOperation<R, ?, ?>) source.withLimit(PAGE));
    }

    private static <R extends HasMetadata, L extends KubernetesResourceList<R>> Feed<R, L> of(
            BaseOperation<R, L, ?> operation) {
        return new Feed<>(
                operation.getType(), operation, operation.getOperationContext().getExecutor());
    }
}
