package dev.mooring.webhook;

import dev.mooring.decision.DataVolumeReviewDecisions;
import dev.mooring.decision.DataVolumeReviewFacts;
import dev.mooring.decision.Decision;
import dev.mooring.webhook.review.AdmissionRequest;
import dev.mooring.webhook.review.PodShape;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the facts about questions, and has them answered. */
final class DataVolumeReviewJudges {
    private final ClusterFacts cluster;
    private final InstantSource clock;
    private final PodJudges pods;

    DataVolumeReviewJudges(ClusterFacts cluster, InstantSource clock, PodJudges pods) {
        this.cluster = cluster;
        this.clock = clock;
        this.pods = pods;
    }

    /** The answer, as a change of the question. */
    Decision mutate(AdmissionRequest request) {
        PodShape template = request.subject().template();
        String dataVolume = request.subject().share().dataVolume();
        var asked = new DataVolumeReviewFacts(
                request.namespace(),
                template == null ? null : pods.facts(request, template, pods.submitter(request)),
                dataVolume,
                projects(dataVolume),
                clock.instant());
        return DataVolumeReviewDecisions.answer(asked, cluster.grantsOf(request.namespace()), cluster::grantsOf);
    }

    private List<String> projects(@Nullable String dataVolume) {
        return dataVolume == null ? List.of() : cluster.projects();
    }
}
