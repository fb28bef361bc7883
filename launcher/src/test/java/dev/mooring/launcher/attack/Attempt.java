package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mooring.testcluster.AuditEvent;
import dev.mooring.testcluster.AuditLog;
import dev.mooring.testcluster.AuditLog.Mark;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * One test's attempts, and what became of them. Every method fails unless it sees what its name says; a test that calls
 * none has attempted nothing and fails too.
 */
final class Attempt {
    private static final Duration SOON = Duration.ofSeconds(15);

    /** Follows a guard's name in the key of its audit annotation. */
    private static final String REASON = "/reason";

    private final AuditLog audit;
    private final Duration patience;
    private final List<Outcome> outcomes = new ArrayList<>();

    Attempt(AuditLog audit) {
        this(audit, SOON);
    }

    /** {@code patience} is how long the audit log may take. */
    Attempt(AuditLog audit, Duration patience) {
        this.audit = audit;
        this.patience = patience;
    }

    /** Returns what became of the attempts so far. */
    List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    /**
     * Sees the request refused by a policy or webhook of the chart.
     *
     * @param guard the policy or webhook, whose name is in the message too
     * @param reason what {@code <guard>/reason} in the audit log says of this very refusal
     * @param texts what the message says besides
     */
    void refused(String guard, String reason, ThrowingCallable request, String... texts) {
        Refusal refusal = recorded(request);
        assertThat(refusal.message()).contains(guard);
        assertThat(texts).allSatisfy(text -> assertThat(refusal.message()).contains(text));
        assertThat(refusal.event().annotations()).containsEntry(guard + REASON, reason);
        outcomes.add(new Outcome.RefusedByUs(guard, reason));
    }

    /** Sees a request that somebody else makes because of this attempt, such as a controller's for a pod, refused. */
    void refusedLater(String guard, String reason, Mark since, String resource, String namespace) {
        awaitEvent(
                since,
                event -> event.resource().equals(resource)
                        && event.namespace().equals(namespace)
                        && reason.equals(event.annotations().get(guard + REASON)));
        outcomes.add(new Outcome.RefusedByUs(guard, reason));
    }

    /** Sees the request refused because a webhook that must answer does not. The API server notes which one, by itself. */
    void refusedUnjudged(String webhook, ThrowingCallable request) {
        assertThat(refusal(request)).contains(unanswered(webhook));
        outcomes.add(new Outcome.RefusedUnjudged(webhook));
    }

    /** Like {@link #refusedUnjudged}, for a request that somebody else makes because of this attempt. */
    void refusedUnjudgedLater(String webhook, Mark since, String resource, String namespace) {
        awaitEvent(
                since,
                event -> event.resource().equals(resource)
                        && event.namespace().equals(namespace)
                        && messageOf(event).contains(unanswered(webhook)));
        outcomes.add(new Outcome.RefusedUnjudged(webhook));
    }

    /** Sees the request refused because the user may not make it at all. */
    void refusedByRbac(ThrowingCallable request) {
        assertThat(recorded(request).event().annotations()).containsEntry("authorization.k8s.io/decision", "forbid");
        outcomes.add(new Outcome.RefusedByRbac());
    }

    /** Sees the request refused by the schema of our kinds. */
    void refusedBySchema(ThrowingCallable request, String... texts) {
        String message = refusal(request);
        assertThat(message).contains("is invalid");
        assertThat(texts).allSatisfy(text -> assertThat(message).contains(text));
        outcomes.add(new Outcome.RefusedByApiServer("the schema"));
    }

    /** Sees the request refused by a rule that Kubernetes has itself. */
    void refusedByKubernetes(ThrowingCallable request, String text) {
        assertThat(refusal(request)).contains(text).doesNotContain("admission webhook", "ValidatingAdmissionPolicy");
        outcomes.add(new Outcome.RefusedByApiServer("Kubernetes"));
    }

    /** Notes that what was let through achieves nothing; {@code proof} throws if it does. */
    void hasNoEffect(String because, Runnable proof) {
        proof.run();
        outcomes.add(new Outcome.NoEffect(because));
    }

    /** Like {@link #hasNoEffect}, for an effect that takes a while: {@code proof} holds all that time. */
    void staysWithoutEffect(String because, Runnable proof) {
        await().during(Duration.ofSeconds(1)).atMost(SOON).untilAsserted(proof::run);
        outcomes.add(new Outcome.NoEffect(because));
    }

    /** Notes that what only administrators can do was let through; {@code proof} throws unless somebody is told of it. */
    void isTold(String how, Runnable proof) {
        proof.run();
        outcomes.add(new Outcome.Told(how));
    }

    private AuditEvent awaitEvent(Mark mark, Predicate<AuditEvent> which) {
        return await("the audit log tells why")
                .atMost(patience)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> audit.since(mark).stream()
                                .filter(event -> event.code() >= 400)
                                .filter(which)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private String refusal(ThrowingCallable request) {
        return recorded(request).message();
    }

    /** What a user was told, and what the API server noted about that very request. */
    private record Refusal(String message, AuditEvent event) {}

    /** Sees the request refused by the API server: what that knows nothing of was no attempt. */
    private Refusal recorded(ThrowingCallable request) {
        Mark mark = audit.mark();
        var answers = new ArrayList<Status>();
        assertThatThrownBy(request).isInstanceOfSatisfying(KubernetesClientException.class, refused -> {
            assertThat(refused.getStatus()).as("an answer of the API server").isNotNull();
            answers.add(refused.getStatus());
        });
        Status answer = answers.getFirst();
        return new Refusal(
                answer.getMessage(),
                awaitEvent(
                        mark,
                        event -> event.code() == answer.getCode()
                                && messageOf(event).equals(answer.getMessage())));
    }

    private static String unanswered(String webhook) {
        return "failed calling webhook \"" + webhook + "\"";
    }

    private static String messageOf(AuditEvent event) {
        return event.raw().path("responseStatus").path("message").asText();
    }
}
