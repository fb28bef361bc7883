package dev.mooring.webhook;

import dev.mooring.decision.Decision;
import dev.mooring.decision.Decision.Deny;
import dev.mooring.decision.DenyReason;
import dev.mooring.decision.PodDecisions;
import dev.mooring.decision.PodFacts;
import dev.mooring.decision.Submitter;
import dev.mooring.decision.WorkloadFacts;
import dev.mooring.webhook.review.AdmissionRequest;
import dev.mooring.webhook.review.PodShape;
import dev.mooring.webhook.review.ReviewedObject;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gathers the facts about pods and about the pod templates of workloads, and has them decided. */
final class PodJudges {
    private final ClusterFacts cluster;
    private final Submitters submitters;
    private final InstantSource clock;

    PodJudges(ClusterFacts cluster, Submitters submitters, InstantSource clock) {
        this.cluster = cluster;
        this.submitters = submitters;
        this.clock = clock;
    }

    /** What a pod that is being made still needs. Who may see it is asked when the pod is validated. */
    Decision mutate(AdmissionRequest request) {
        return PodDecisions.mutate(
                facts(request, request.subject().pod(), Submitter.NOT_ASKED), cluster.grantsOf(request.namespace()));
    }

    /** Whether a pod may be as it is. */
    Decision validate(AdmissionRequest request) {
        return PodDecisions.validate(
                facts(request, request.subject().pod(), submitter(request)), cluster.grantsOf(request.namespace()));
    }

    /** Whether a running pod may get its new ephemeral containers; whoever may give it some may enter those it has. */
    Decision validateEphemeral(AdmissionRequest request) {
        return PodDecisions.validateEphemeral(
                facts(request, request.subject().pod(), Submitter.NOT_ASKED),
                facts(request, request.oldSubject().pod(), Submitter.NOT_ASKED),
                cluster.grantsOf(request.namespace()));
    }

    /** Whether the pods of a workload would be refused; {@code template} finds theirs in the object. */
    Judge early(Function<ReviewedObject, @Nullable PodShape> template) {
        return request -> early(request, template);
    }

    private Decision early(AdmissionRequest request, Function<ReviewedObject, @Nullable PodShape> template) {
        if (request.subject().identity().deleting()) {
            return Decision.Allow.NOTHING; // only finalizers go now; a refusal would keep the object for ever
        }
        PodShape now = template.apply(request.subject());
        if (now == null) {
            return new Deny(DenyReason.MALFORMED_OBJECT, "the object has no pod template");
        }
        ReviewedObject oldObject = request.oldObject();
        PodShape old = oldObject == null ? null : template.apply(oldObject);
        Submitter submitter = submitter(request);
        return PodDecisions.early(
                workload(request, request.subject(), now, submitter),
                oldObject == null || old == null ? null : workload(request, oldObject, old, submitter),
                cluster.grantsOf(request.namespace()));
    }

    private WorkloadFacts workload(
            AdmissionRequest request, ReviewedObject object, PodShape template, Submitter submitter) {
        return new WorkloadFacts(object.pod().requests(), facts(request, template, submitter));
    }

    /** What is known of who sent the request. */
    Submitter submitter(AdmissionRequest request) {
        return submitters.of(request.requester(), request.namespace());
    }

    /** What is known of such a pod in the namespace of the request. */
    PodFacts facts(AdmissionRequest request, PodShape pod, Submitter submitter) {
        return new PodFacts(
                request.namespace(),
                request.nameOfSubject(),
                pod.requests(),
                pod.volumes(),
                pod.containers(),
                cluster.heldStorage(),
                cluster.endingMirrors(request.namespace()),
                submitter,
                clock.instant());
    }
}
