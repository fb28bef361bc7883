package dev.mooring.controller.volume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.ConsumingProject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsumingProjectsTest {
    @Test
    void aVolumeThatNobodyUsesHasNone() {
        assertThat(ConsumingProjects.of(Map.of())).isEqualTo(new ConsumingProjects(0, List.of(), 0));
    }

    @Test
    void thoseWithMostConsumersComeFirstAndThenThoseOfTheFirstName() {
        assertThat(ConsumingProjects.of(Map.of("vision", 1, "maps", 3, "speech", 3)))
                .isEqualTo(new ConsumingProjects(
                        7,
                        List.of(
                                new ConsumingProject("maps", 3),
                                new ConsumingProject("speech", 3),
                                new ConsumingProject("vision", 1)),
                        0));
    }

    @Test
    void aProjectWhosePodsHaveJustGoneIsNone() {
        assertThat(ConsumingProjects.of(Map.of("vision", 0))).isEqualTo(new ConsumingProjects(0, List.of(), 0));
    }

    @Test
    void tenAreNamedAndTheOthersCounted() {
        var twelve = IntStream.rangeClosed(1, 12)
                .boxed()
                .collect(Collectors.toMap("project-%02d"::formatted, Function.identity()));

        var named = ConsumingProjects.of(twelve);

        assertThat(named.most())
                .hasSize(10)
                .startsWith(new ConsumingProject("project-12", 12))
                .endsWith(new ConsumingProject("project-03", 3));
        assertThat(named.others()).isEqualTo(2);
        assertThat(named.pods()).isEqualTo(78);
    }
}
