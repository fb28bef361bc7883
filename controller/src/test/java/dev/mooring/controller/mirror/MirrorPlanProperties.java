package dev.mooring.controller.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class MirrorPlanProperties {
    @Property
    void whatHasSettledStaysAsItIs(@ForAll("worlds") MirrorWorld world) {
        assertThat(world.settled().settled()).isEqualTo(world.settled());
    }

    @Property
    void aCrashAfterAnyActionLeadsToTheSameWorld(
            @ForAll("worlds") MirrorWorld world, @ForAll @IntRange(max = 3) int done) {
        var actions = MirrorPlan.plan(world.facts()).actions();
        var crashed = world.after(actions.subList(0, Math.min(done, actions.size())));

        assertThat(crashed.settled()).isEqualTo(world.settled());
    }

    @Property
    void withoutAGrantNothingOfOursIsLeft(@ForAll("worlds") MirrorWorld world) {
        var settled = world.settled().facts();
        var claim = settled.claim();

        if (settled.grant() instanceof Grant.None
                && !settled.awaitsRevocation()
                && (claim == null || !claim.ending())) {
            assertThat(claim == null || !claim.ours()).isTrue();
            assertThat(settled.leftovers()).isEmpty();
        }
    }

    @Property
    void whatIsWantedAndGrantedIsThere(@ForAll("worlds") MirrorWorld world) {
        var facts = world.facts();
        var claim = facts.claim();
        if (!facts.wanted()
                || facts.namespaceEnding()
                || !(facts.grant() instanceof Grant.InForce inForce)
                || facts.awaitsRevocation()
                || (claim != null && (claim.ending() || !claim.ours()))) {
            return;
        }

        assertThat(world.settled().facts().claim())
                .extracting(MirrorClaimFacts::dataVolumeUid, MirrorClaimFacts::hasVolume)
                .containsExactly(inForce.dataVolumeUid(), true);
    }

    @Property
    void whatNobodyHasUsedForLongEnoughIsGone(@ForAll("worlds") MirrorWorld world) {
        var facts = world.settled().facts();
        var claim = facts.claim();

        if (claim != null && claim.ours() && !claim.ending() && !facts.wanted() && !facts.awaitsRevocation()) {
            assertThat(claim.unusedFor()).isNotNull().isLessThan(facts.grace());
        }
    }

    @Property
    void whatIsUsedIsNeverNotedToBeUnused(@ForAll("worlds") MirrorWorld world) {
        var facts = world.settled().facts();
        var claim = facts.claim();

        if (claim != null && claim.ours() && !claim.ending() && facts.wanted() && !facts.awaitsRevocation()) {
            assertThat(claim.unusedFor()).isNull();
        }
    }

    @Property
    void aClaimThatIsNotOursStaysAsItIs(@ForAll("worlds") MirrorWorld world) {
        var claim = world.facts().claim();

        if (claim != null && !claim.ours()) {
            assertThat(world.settled().facts().claim()).isEqualTo(claim);
        }
    }

    @Provide
    Arbitrary<MirrorWorld> worlds() {
        var flag = Arbitraries.of(true, false);
        var grants = Arbitraries.of(
                new Grant.None(), new Grant.InForce("one"), new Grant.InForce("two"), new Grant.Dormant("one"));
        var pods = Arbitraries.of("", "train");
        var unused =
                Arbitraries.of(Duration.ofMinutes(1), Duration.ofMinutes(30)).injectNull(0.5);
        var claims = Combinators.combine(
                        flag, Arbitraries.of(true, false, false), Arbitraries.of("one", "two"), flag, pods, unused)
                .as((ours, ending, dataVolume, hasVolume, heldBy, unusedFor) ->
                        new MirrorClaimFacts("present", ours, ending, dataVolume, hasVolume, heldBy, unusedFor))
                .injectNull(0.3);
        var leftovers = Arbitraries.of(List.<String>of(), List.of("mooring-a"), List.of("mooring-a", "mooring-b"));
        return Combinators.combine(flag, grants, claims, leftovers, pods, flag, flag)
                .as((wanted, grant, claim, left, heldBy, ending, awaits) -> new MirrorWorld(new MirrorFacts(
                        wanted, grant, null, claim, left, heldBy, Duration.ofMinutes(10), ending, awaits)));
    }
}
