package dev.mooring.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ConcurrentModificationException;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final RuntimeException broken = new IllegalStateException("broken");
    private final RuntimeException outdated = new ConcurrentModificationException();

    private final Counter world = new Counter();
    private final Rounds<String, Integer, Integer, Integer, String> rounds =
            new Rounds<>(world, failure -> failure instanceof ConcurrentModificationException);

    @Test
    void goesOnUntilNothingIsLeftToDoAndTellsOnce() {
        assertThat(rounds.reconcile("key")).isEqualTo(new Reconciled.Done());
        assertThat(world.told).containsExactly("is 3");
    }

    @Test
    void isDoneWithWhatIsGone() {
        world.gone = true;

        assertThat(rounds.reconcile("key")).isEqualTo(new Reconciled.Done());
        assertThat(world.told).isEmpty();
    }

    @Test
    void looksAgainWhenSomebodyElseWasFaster() {
        world.failure = outdated;
        world.failures = 2;

        assertThat(rounds.reconcile("key")).isEqualTo(new Reconciled.Done());
    }

    @Test
    void givesUpForASecondWhenSomebodyElseIsAlwaysFaster() {
        world.failure = outdated;
        world.failures = Integer.MAX_VALUE;

        assertThat(rounds.reconcile("key")).isEqualTo(new Reconciled.RetryAfter(Duration.ofSeconds(1)));
    }

    @Test
    void leavesItToAWakeUpToLookAgainWhereAChangeIsNotSeenAtOnce() {
        world.seesItsOwnChanges = false;

        assertThat(rounds.reconcile("key")).isEqualTo(new Reconciled.RetryAfter(Duration.ofSeconds(1)));
        assertThat(world.value).isEqualTo(1);
        assertThat(world.told).isEmpty();
    }

    @Test
    void leavesOutOnlyTheGroupOfWhatFails() {
        var steps = new Letters("a1", "a2", "b1");
        steps.refuse("a1", broken);

        assertThat(new Rounds<>(steps, failure -> false).reconcile("key")).isEqualTo(new Reconciled.Failed(broken));
        assertThat(steps.made).containsExactly("b1");
    }

    @Test
    void tellsTheFailureThatAnotherRoundDoesNotMend() {
        var steps = new Letters("a1", "b1", "c1");
        steps.refuse("a1", outdated);
        steps.refuse("b1", broken);
        steps.refuse("c1", outdated);

        assertThat(new Rounds<>(steps, outdated::equals).reconcile("key")).isEqualTo(new Reconciled.Failed(broken));
    }

    @Test
    void forgetsNoFailureForAnother() {
        var other = new IllegalStateException("broken, too");
        var steps = new Letters("a1", "b1");
        steps.refuse("a1", broken);
        steps.refuse("b1", other);

        assertThat(new Rounds<>(steps, failure -> false).reconcile("key")).isEqualTo(new Reconciled.Failed(broken));
        assertThat(broken).hasSuppressedException(other);
    }

    @Test
    void failsWhenTheOutsideFailsAndTellsNothing() {
        world.failure = broken;
        world.failures = 1;

        assertThat(rounds.reconcile("key")).isEqualTo(new Reconciled.Failed(broken));
        assertThat(world.told).isEmpty();
    }
}
