package dev.mooring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.UsableVolume.Origin;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrantsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Term MORNING = new Term(NOON);
    private static final Term EVENING = new Term(NOON.plusSeconds(3600));
    private static final DataVolumeId IMAGENET = new DataVolumeId("vision", "imagenet");
    private static final DataVolumeId OTHER_IMAGENET = new DataVolumeId("audio", "imagenet");

    @Test
    void knowsNothingOutsideProjects() {
        Grants grants = Grants.outsideProjects("default");

        assertThat(grants.project()).isFalse();
        assertThat(grants.find(IMAGENET)).isNull();
        assertThat(grants.named("imagenet")).isEmpty();
        assertThat(grants.suggestions(NOON)).isEmpty();
    }

    @Test
    void aLayerMakesOneGrantOfSeveralOnOneVolume() {
        GrantLayer layer = GrantLayer.of(List.of(
                shared(IMAGENET, AccessMode.READ_ONLY, EVENING), shared(IMAGENET, AccessMode.READ_WRITE, MORNING)));

        assertThat(layer.all())
                .containsExactly(
                        new UsableVolume(IMAGENET, Origin.SHARED, "data", new VolumeState.Ready(), EVENING, MORNING));
    }

    @Test
    void layersAddUp() {
        Grants grants = grants(
                layer(shared(IMAGENET, AccessMode.READ_WRITE, MORNING)),
                layer(shared(IMAGENET, AccessMode.READ_ONLY, EVENING)));

        assertThat(grants.find(IMAGENET))
                .isEqualTo(
                        new UsableVolume(IMAGENET, Origin.SHARED, "data", new VolumeState.Ready(), EVENING, MORNING));
    }

    @Test
    void ownershipOutweighsAnyShare() {
        UsableVolume own = UsableVolume.own(IMAGENET, "data", new VolumeState.Ready());

        assertThat(grants(layer(shared(IMAGENET, AccessMode.READ_ONLY, EVENING)), layer(own))
                        .find(IMAGENET))
                .isEqualTo(own);
    }

    @Test
    void oneLayerThatKnowsOfTroubleIsEnough() {
        VolumeState lost = new VolumeState.NotReady("its claim is lost");

        assertThat(grants(
                                layer(shared(IMAGENET, AccessMode.READ_ONLY, EVENING)),
                                layer(UsableVolume.shared(IMAGENET, "data", lost, AccessMode.READ_ONLY, EVENING)))
                        .find(IMAGENET))
                .isEqualTo(UsableVolume.shared(IMAGENET, "data", lost, AccessMode.READ_ONLY, EVENING));
    }

    @Test
    void aBareNameFindsEachVolumeOnce() {
        Grants grants = grants(
                layer(shared(IMAGENET, AccessMode.READ_ONLY, EVENING)),
                layer(
                        shared(IMAGENET, AccessMode.READ_ONLY, MORNING),
                        shared(OTHER_IMAGENET, AccessMode.READ_ONLY, EVENING)));

        assertThat(grants.named("imagenet")).extracting(UsableVolume::id).containsExactly(OTHER_IMAGENET, IMAGENET);
    }

    @Test
    void listsEachVolumeOnceAndInOrder() {
        Grants grants = grants(
                layer(named("c"), named("e")),
                GrantLayer.EMPTY,
                layer(named("a"), named("c"), named("f")),
                layer(named("b"), named("e")));

        assertThat(grants.all()).extracting(volume -> volume.id().name()).containsExactly("a", "b", "c", "e", "f");
    }

    @Test
    void whatIsListedIsWhatIsFound() {
        Grants grants = grants(
                layer(shared(IMAGENET, AccessMode.READ_WRITE, MORNING)),
                layer(shared(IMAGENET, AccessMode.READ_ONLY, EVENING), named("a")));

        assertThat(grants.all())
                .isNotEmpty()
                .allSatisfy(volume -> assertThat(volume).isEqualTo(grants.find(volume.id())));
    }

    @Test
    void writingImpliesReading() {
        UsableVolume volume =
                new UsableVolume(IMAGENET, Origin.SHARED, "data", new VolumeState.Ready(), Term.NEVER, EVENING);

        assertThat(volume.allows(AccessMode.READ_ONLY, NOON)).isTrue();
    }

    @Test
    void readingDoesNotImplyWriting() {
        assertThat(shared(IMAGENET, AccessMode.READ_ONLY, EVENING).allows(AccessMode.READ_WRITE, NOON))
                .isFalse();
    }

    @Test
    void suggestsAFewThatAreStillGranted() {
        List<UsableVolume> many = IntStream.range(0, 100)
                .mapToObj(i ->
                        shared(new DataVolumeId("p", "v" + (char) ('a' + i % 26) + i), AccessMode.READ_ONLY, EVENING))
                .toList();
        GrantLayer over = layer(shared(IMAGENET, AccessMode.READ_ONLY, MORNING));

        assertThat(grants(GrantLayer.of(many), over).suggestions(NOON))
                .hasSize(5)
                .isSorted()
                .doesNotContain(IMAGENET);
    }

    private static UsableVolume named(String name) {
        return shared(new DataVolumeId("vision", name), AccessMode.READ_ONLY, EVENING);
    }

    private static UsableVolume shared(DataVolumeId id, AccessMode access, Term term) {
        return UsableVolume.shared(id, "data", new VolumeState.Ready(), access, term);
    }

    private static GrantLayer layer(UsableVolume... volumes) {
        return GrantLayer.of(List.of(volumes));
    }

    private static Grants grants(GrantLayer... layers) {
        return new Grants("nlp", true, List.of(layers));
    }
}
