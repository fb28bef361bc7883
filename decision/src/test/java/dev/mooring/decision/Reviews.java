package dev.mooring.decision;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mooring.decision.Decision.Plan;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks in project {@code nlp} of a world, and reads the answer as whoever asked does. */
record Reviews(World world, Map<String, Grants> elsewhere) {
    static Reviews in(World world) {
        return new Reviews(world, Map.of());
    }

    JsonNode answer() {
        return answer(null, null);
    }

    JsonNode answerAbout(PodFacts template) {
        return answer(template, null);
    }

    JsonNode whoMayUse(String dataVolume) {
        return answer(null, dataVolume);
    }

    Decision decide(@Nullable PodFacts template, @Nullable String dataVolume) {
        Collection<String> projects = dataVolume == null ? List.of() : elsewhere.keySet();
        var asked = new DataVolumeReviewFacts("nlp", template, dataVolume, projects, World.NOW);
        return DataVolumeReviewDecisions.answer(
                asked, world.grants(), project -> elsewhere.getOrDefault(project, Grants.outsideProjects(project)));
    }

    private JsonNode answer(@Nullable PodFacts template, @Nullable String dataVolume) {
        Plan plan = (Plan) decide(template, dataVolume);
        return JsonPatch.apply(Json.read("{status: {usable: 'forged'}}"), plan.operations())
                .get("status");
    }
}
