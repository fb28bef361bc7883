package dev.mooring.webhook;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** What the API server says to somebody who tries. The view of the webhook follows a change within moments: these wait for it. */
final class Attempt {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final KubernetesClient client;

    Attempt(KubernetesClient client) {
        this.client = client;
    }

    /** Creates the object as soon as it is allowed. */
    <T extends HasMetadata> T created(T object) {
        var created = new AtomicReference<T>();
        await().atMost(SOON)
                .untilAsserted(() -> created.set(client.resource(object).create()));
        return Objects.requireNonNull(created.get());
    }

    /** Tries, without leaving anything behind, until it is refused with this text; returns the refusal. */
    Status refused(HasMetadata object, String... texts) {
        var refusal = new AtomicReference<Status>();
        await().atMost(SOON)
                .untilAsserted(() -> assertThatThrownBy(
                                () -> client.resource(object).dryRun(true).create())
                        .isInstanceOfSatisfying(KubernetesClientException.class, e -> refusal.set(e.getStatus()))
                        .hasMessageContainingAll(texts));
        return Objects.requireNonNull(refusal.get());
    }

    /** Has the API server judge it, without leaving anything behind, until it is allowed; returns what it would be. */
    <T extends HasMetadata> T allowed(T object) {
        var judged = new AtomicReference<T>();
        await().atMost(SOON)
                .untilAsserted(
                        () -> judged.set(client.resource(object).dryRun(true).create()));
        return Objects.requireNonNull(judged.get());
    }
}
