package dev.mooring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.decision.Decision.Deny;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** What a review says, and what is then done, agree. */
class DataVolumeReviewProperties implements PodsInWorlds {

    @Property
    void whatIsSaidOfAPodIsWhatThePodIsTold(@ForAll("worlds") World world, @ForAll("pods") ObjectNode pod) {
        JsonNode said = Reviews.in(world).answerAbout(world.facts(pod)).get("pod");

        Decision told = world.mutate(pod);
        Statistics.label("told")
                .collect(told instanceof Deny)
                .coverage(coverage -> coverage.check(false).percentage(percentage -> percentage > 10));
        switch (told) {
            case Deny denied -> {
                assertThat(said.get("allowed").booleanValue()).isFalse();
                assertThat(said.get("reason").textValue())
                        .isEqualTo(denied.reason().label());
            }
            default -> {
                assertThat(said.get("allowed").booleanValue()).isTrue();
                assertThat(world.validate(world.mutated(pod))).isInstanceOf(Decision.Allow.class);
            }
        }
    }

    @Property
    void exactlyWhatIsNamedCanBeUsed(@ForAll("worlds") World world, @ForAll("shares") UsableVolume any) {
        JsonNode usable = Reviews.in(world).answer().get("usable");

        for (JsonNode item : usable) {
            String reference = item.get("dataVolume").textValue();
            boolean writable = item.get("access").textValue().equals("ReadWrite");
            assertThat(isRefused(world, reference)).as(reference).isFalse();
            assertThat(isRefused(world, reference + ":rw"))
                    .as(reference + ":rw")
                    .isEqualTo(!writable);
        }
        if (!usable.findValuesAsText("dataVolume").contains(any.id().toString())) {
            assertThat(isRefused(world, any.id().toString()))
                    .as(any.id().toString())
                    .isTrue();
        }
    }

    private static boolean isRefused(World world, String reference) {
        return world.mutate(World.asking(reference)) instanceof Deny;
    }
}
