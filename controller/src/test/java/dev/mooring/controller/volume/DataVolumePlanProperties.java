package dev.mooring.controller.volume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.controller.backend.RefusalReason;
import dev.mooring.controller.backend.Verdict.Refused;
import dev.mooring.controller.volume.ClaimFacts.Binding;
import dev.mooring.model.OriginStatus;
import dev.mooring.model.Phase;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class DataVolumePlanProperties {
    @Property
    void whatHasSettledStaysAsItIs(@ForAll("worlds") World world) {
        assertThat(world.settled().settled()).isEqualTo(world.settled());
    }

    @Property
    void aCrashAfterAnyActionLeadsToTheSameWorld(@ForAll("worlds") World world, @ForAll @IntRange(max = 3) int done) {
        var actions = world.plan().actions();
        var crashed = world.after(actions.subList(0, Math.min(done, actions.size())));

        assertThat(crashed.settled()).isEqualTo(world.settled());
    }

    @Property
    void whatIsReadyIsRetainedAndHeld(@ForAll("worlds") World world) {
        var settled = world.settled();

        if (settled.plan().report().phase() == Phase.READY) {
            assertThat(settled.isHeld()).isTrue();
            assertThat(settled.origin()).matches(OriginFacts::isRetainedByUs);
        }
    }

    @Property
    void dataIsNeverLeftToBeDeletedWhileAMirrorIsThere(@ForAll("worlds") World world) {
        var origin = world.origin();
        var settled = world.settled().origin();
        if (origin == null || settled == null || !"Retain".equals(origin.policy())) {
            return;
        }

        if (world.counts().mirrors() > 0 && world.home() != DataVolumeFacts.Home.ENDING) {
            assertThat(settled.policy()).isEqualTo("Retain");
        }
    }

    @Property
    void whatWasReadyGetsItsOldPolicyBackWhenItGoes(@ForAll("worlds") World world) {
        var before = world.origin();
        var ready = world.settled();
        if (before == null
                || before.policyBefore() != null
                || ready.plan().report().phase() != Phase.READY) {
            return;
        }

        var gone = ready.deleting().counts(World.UNUSED).settled();

        assertThat(gone.origin()).isEqualTo(before);
    }

    @Provide
    Arbitrary<World> worlds() {
        var flag = Arbitraries.of(true, false);
        var noted = Arbitraries.of(status("one"), status("two")).injectNull(0.4);
        var counts = Arbitraries.of(World.UNUSED, World.counts(1, 2, 3, 1, 0));
        return Combinators.combine(
                        flag,
                        flag,
                        Arbitraries.of(DataVolumeFacts.Home.class),
                        noted,
                        claims(),
                        origins(),
                        flag,
                        counts)
                .as(World::new);
    }

    private static Arbitrary<@Nullable ClaimFacts> claims() {
        var labels = Arbitraries.of(World.NAME, "older").injectNull(0.4);
        var rarely = Arbitraries.of(true, false, false, false);
        var mostly = Arbitraries.of(Binding.BOUND, Binding.BOUND, Binding.PENDING, Binding.LOST);
        return Combinators.combine(Arbitraries.of("one", "two"), rarely, rarely, mostly, labels)
                .as(ClaimFacts::new)
                .injectNull(0.1);
    }

    private static Arbitrary<@Nullable OriginFacts> origins() {
        var uids = Arbitraries.of("one", "two");
        var policies = Arbitraries.of("Retain", "Delete", "Recycle");
        var before = Arbitraries.of("Retain", "Delete", "Recycle").injectNull(0.5);
        var refusals = Arbitraries.just(new Refused(RefusalReason.DRIVER_UNKNOWN, "cannot be mirrored"))
                .injectNull(0.8);
        return Combinators.combine(uids, policies, before, refusals)
                .as(DataVolumePlanProperties::origin)
                .injectNull(0.1);
    }

    private static OriginFacts origin(String claim, String policy, @Nullable String before, @Nullable Refused refusal) {
        return new OriginFacts(
                "pv-1", claim, "nfs", "1Gi", List.of("ReadWriteMany"), policy, before, refusal, null, List.of());
    }

    private static OriginStatus status(String claim) {
        return new OriginStatus("pv-1", claim, "nfs", "1Gi", List.of("ReadWriteMany"));
    }
}
