package dev.mooring.launcher.revocation;

import static org.awaitility.Awaitility.await;

import dev.mooring.launcher.attack.Merge;
import dev.mooring.launcher.attack.World;
import dev.mooring.model.DataVolumeShare;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Writes until the API server has taken it, however often that fails. What had an error for an answer may have been done all the
 * same: everything here may be done twice.
 */
final class Stubborn {
    private static final Duration POLL = Duration.ofMillis(400);

    private final KubernetesClient client;
    private final World world;
    private final Duration patience;

    Stubborn(KubernetesClient client, World world, Duration patience) {
        this.client = client;
        this.world = world;
        this.patience = patience;
    }

    <R extends HasMetadata> R make(R object) {
        return until(object.getMetadata().getName() + " can be made", () -> {
            var there = client.resource(object).get();
            return there == null ? client.resource(object).create() : there;
        });
    }

    /** Makes what is going away, as soon as it is gone, and waits until it is ready. */
    void makeAgain(HasMetadata object) {
        await(object.getMetadata().getName() + " is gone")
                .atMost(patience)
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .ignoreExceptions()
                .until(() -> client.resource(object).get() == null);
        awaitReady(make(object));
    }

    void awaitReady(HasMetadata object) {
        await(object.getMetadata().getName() + " is ready")
                .atMost(patience)
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .ignoreExceptions()
                .until(() -> world.isReady(object));
    }

    void delete(HasMetadata object) {
        until(
                object.getMetadata().getName() + " can be deleted",
                () -> client.resource(object).delete());
    }

    void change(DataVolumeShare share, String field) {
        until(
                share.getMetadata().getName() + " can be changed",
                () -> client.resource(share).patch(Merge.PATCH, "{\"spec\":{" + field + "}}"));
    }

    /** Says whose a namespace may be from now on. */
    void adopt(String namespace, String whose) {
        until(
                namespace + " can be adopted",
                () -> client.namespaces()
                        .withName(namespace)
                        .patch(Merge.PATCH, Merge.metadata("annotations", "mooring.dev/adopt", whose)));
    }

    private <R> R until(String what, Callable<R> request) {
        return await(what)
                .atMost(patience)
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .ignoreExceptions()
                .until(request, done -> true);
    }
}
