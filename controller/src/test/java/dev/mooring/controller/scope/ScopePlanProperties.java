package dev.mooring.controller.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.controller.index.NamespaceState;
import dev.mooring.controller.object.Readiness;
import dev.mooring.decision.StateReason;
import dev.mooring.model.NamespaceIdentity;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class ScopePlanProperties {
    private static final String UID = "self";
    private static final ScopeIdentity VISION = new ScopeIdentity("research", "vision");

    @Property
    void whatHasSettledStaysAsItIs(@ForAll("worlds") ScopeWorld world) {
        var settled = world.settled();

        assertThat(settled.gone() ? settled : settled.settled()).isEqualTo(settled);
    }

    @Property
    void aCrashAfterAnyActionLeadsToTheSameWorld(
            @ForAll("worlds") ScopeWorld world, @ForAll @IntRange(max = 2) int done) {
        var actions = ScopePlan.plan(world.facts()).actions();
        var crashed = world.after(actions.subList(0, Math.min(done, actions.size())));

        assertThat(crashed.settled()).isEqualTo(world.settled());
    }

    @Property
    void aNamespaceThatIsNeitherOursNorOfferedStaysAsItIs(@ForAll("worlds") ScopeWorld world) {
        var namespace = world.facts().namespace();
        var noted = world.facts().noted();
        if (namespace == null
                || UID.equals(namespace.holder())
                || "research/vision".equals(namespace.adopt())
                || (noted != null && noted.uid().equals(namespace.uid()))) {
            return;
        }

        assertThat(world.settled().facts().namespace()).isEqualTo(namespace);
    }

    @Property
    void aNamespaceThatBelongsToAnotherStaysAsItIs(@ForAll("worlds") ScopeWorld world) {
        if (world.facts().belongsToOther() && world.facts().namespace() != null) {
            assertThat(world.settled().facts().namespace())
                    .isEqualTo(world.facts().namespace());
        }
    }

    @Property
    void noNamespaceIsTakenWithoutTheFinalizer(@ForAll("worlds") ScopeWorld world) {
        var settled = world.settled();

        if (!settled.gone()
                && ScopePlan.plan(settled.facts()).report().readiness().ready()) {
            assertThat(settled.facts().held()).isTrue();
        }
    }

    @Provide
    Arbitrary<ScopeWorld> worlds() {
        var flag = Arbitraries.of(true, false);
        var places = Arbitraries.of(
                new Place.Allowed(VISION),
                new Place.Refused(Readiness.notReady(StateReason.NOT_IN_A_DEPARTMENT, "is elsewhere")));
        var noted = Arbitraries.of(new NamespaceIdentity("vision", "one"), new NamespaceIdentity("vision", "two"))
                .injectNull(0.4);
        return Combinators.combine(flag, flag, places, noted, namespaces(), flag)
                .as((deleting, held, place, identity, namespace, other) -> new ScopeWorld(
                        new ScopeFacts(UID, deleting, held, place, "vision", identity, namespace, other, List.of()),
                        deleting && !held));
    }

    private static Arbitrary<@Nullable NamespaceState> namespaces() {
        var uids = Arbitraries.of("one", "two");
        var ending = Arbitraries.of(true, false);
        var labels = Arbitraries.of(
                Map.<String, String>of(),
                VISION.labels(UID),
                VISION.labels("earlier"),
                new ScopeIdentity("sales", null).labels("other"));
        var adopt =
                Arbitraries.of("research/vision", "sales/vision", "research").injectNull(0.4);
        return Combinators.combine(uids, ending, labels, adopt)
                .as(NamespaceState::new)
                .injectNull(0.2);
    }
}
