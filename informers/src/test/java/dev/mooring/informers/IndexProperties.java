package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class IndexProperties {
    private static final List<String> KEYS = List.of("a/1", "a/2", "b/1", "b/2");
    private static final List<String> COLOURS = List.of("red", "green", "blue");

    /** What is kept of a thing; one without colour is looked for by nobody. */
    record Thing(@Nullable String colour, int version) {}

    /** A thing that comes or changes, or goes. */
    record Event(String key, @Nullable Thing now) {}

    static final class ThingsByColour extends Index<String, Thing> {
        ThingsByColour() {
            super(Thing::colour);
        }
    }

    @Property
    void anIndexIsTheOneThatIsBuiltFromTheFinalObjects(@ForAll("events") List<Event> events) {
        var index = new ThingsByColour();
        var things = tell(index, events);

        for (var colour : COLOURS) {
            var expected = things.values().stream()
                    .filter(thing -> colour.equals(thing.colour()))
                    .toList();
            assertThat(index.with(colour)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Property
    void anIndexFindsByKeyWhatHasTheProperty(@ForAll("events") List<Event> events) {
        var index = new ThingsByColour();
        var things = tell(index, events);

        for (var key : KEYS) {
            var thing = things.get(key);
            assertThat(COLOURS.stream().flatMap(colour -> index.keyed(colour, key).stream()))
                    .isEqualTo(thing == null || thing.colour() == null ? List.of() : List.of(thing));
        }
    }

    private static Map<String, Thing> tell(ThingsByColour index, List<Event> events) {
        var things = new HashMap<String, Thing>();
        for (var event : events) {
            var before = event.now() == null ? things.remove(event.key()) : things.put(event.key(), event.now());
            index.changed(event.key(), before, event.now());
        }
        return things;
    }

    @Provide
    Arbitrary<List<Event>> events() {
        var things = Combinators.combine(
                        Arbitraries.of(COLOURS).injectNull(0.2),
                        Arbitraries.integers().between(1, 3))
                .as(Thing::new)
                .injectNull(0.3);
        return Combinators.combine(Arbitraries.of(KEYS), things)
                .as(Event::new)
                .list()
                .ofMaxSize(30);
    }
}
