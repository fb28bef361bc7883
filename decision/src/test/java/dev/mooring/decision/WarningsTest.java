package dev.mooring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WarningsTest {

    @Test
    void nameTheNearestKnownKey() {
        assertThat(warnings(null, null, Set.of("mooring.dev/data-volume", "mooring.dev/contaner")))
                .containsExactly(
                        "annotation mooring.dev/contaner is unknown; did you mean mooring.dev/containers?",
                        "annotation mooring.dev/data-volume is unknown; did you mean mooring.dev/data-volumes?");
    }

    @Test
    void areShortAndFewWhateverIsWritten() {
        Set<String> keys = IntStream.range(0, 8000)
                .mapToObj(i -> "mooring.dev/" + i + "x".repeat(60))
                .collect(Collectors.toSet());

        assertThat(warnings("imagenet", null, keys))
                .hasSize(5)
                .allSatisfy(warning -> assertThat(warning).hasSizeLessThan(120));
    }

    @Test
    void ofMisplacedAnnotationsAreShort() {
        Requests own = new Requests(
                "imagenet",
                "main",
                Set.of("mooring.dev/environment", "mooring.dev/compute-resource", "mooring.dev/data-sources"));
        PodFacts template = new PodFacts(
                "nlp",
                "train",
                Requests.NONE,
                null,
                List.of(),
                HeldStorage.NONE,
                Map.of(),
                Submitter.NOT_ASKED,
                World.NOW);

        assertThat(Warnings.ofMisplaced(new WorkloadFacts(own, template), null))
                .hasSize(5)
                .allSatisfy(warning -> assertThat(warning).hasSizeLessThan(120));
    }

    @Test
    void sayThatNamingContainersAloneDoesNothing() {
        assertThat(warnings(null, "main", Set.of()))
                .containsExactly("annotation mooring.dev/containers does nothing without mooring.dev/data-volumes");
    }

    @Test
    void keepQuietAboutWhatIsKnown() {
        assertThat(warnings("imagenet", "main", Set.of())).isEmpty();
    }

    private static List<String> warnings(
            @Nullable String dataVolumes, @Nullable String containers, Set<String> otherKeys) {
        return Warnings.of(new PodFacts(
                "nlp",
                "train",
                new Requests(dataVolumes, containers, otherKeys),
                null,
                List.of(),
                HeldStorage.NONE,
                Map.of(),
                Submitter.NOT_ASKED,
                World.NOW));
    }
}
