package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.BackendIdentity;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PlacesProperties {
    @Property
    void findsWhatComparingAllWouldFind(
            @ForAll("lists") List<BackendIdentity> kept, @ForAll("places") BackendIdentity asked) {
        var places = new Places<BackendIdentity>();
        kept.forEach(place -> places.add(place, place));

        assertThat(places.overlapping(asked, (where, what) -> what))
                .containsExactlyInAnyOrderElementsOf(
                        kept.stream().filter(asked::overlaps).toList());
    }

    @Property
    void forgetsWhatIsRemovedAndNothingElse(
            @ForAll("lists") List<BackendIdentity> kept,
            @ForAll("lists") List<BackendIdentity> gone,
            @ForAll("places") BackendIdentity asked) {
        var places = new Places<BackendIdentity>();
        kept.forEach(place -> places.add(place, place));
        gone.forEach(place -> places.add(place, place));
        gone.forEach(place -> places.remove(place, place));

        assertThat(places.overlapping(asked, (where, what) -> what))
                .containsExactlyInAnyOrderElementsOf(
                        kept.stream().filter(asked::overlaps).toList());
    }

    @Provide
    Arbitrary<List<BackendIdentity>> lists() {
        return places().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<BackendIdentity> places() {
        var parts = Arbitraries.of("a", "a-b", "a.b", "ab", "b").list().ofMaxSize(3);
        return Combinators.combine(Arbitraries.of("nfs", "nfs2", "node"), Arbitraries.of("", "one", "two"), parts)
                .as((system, place, path) -> new BackendIdentity(system, place, String.join("/", path)));
    }
}
