package dev.mooring.controller.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GrantEndTest {
    private static final Instant MADE = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-11-24T11:00:00Z");

    private static final ShareTrace IN_FORCE = share(null, null, NINE, true, true);
    private static final ShareTrace DELETED = share(TEN, null, NINE, true, true);
    private static final ShareTrace EXPIRED = share(null, TEN, NINE, true, true);
    private static final ShareTrace LOWERED = share(null, null, TEN, false, true);
    private static final ShareTrace ELSEWHERE = share(null, null, NINE, true, false);

    @Test
    void isWhenTheDeletionOfTheShareBegan() {
        assertThat(end(DELETED)).contains(TEN);
    }

    @Test
    void isWhenTheShareExpired() {
        assertThat(end(EXPIRED)).contains(TEN);
    }

    @Test
    void isWhenAnExpiryWasWrittenThatWasOverAlready() {
        assertThat(end(share(null, NINE, TEN, true, true))).contains(TEN);
    }

    @Test
    void isNotKnownIfNobodyKnowsWhenTheExpiryWasWritten() {
        assertThat(end(share(null, NINE, null, true, true))).isEmpty();
    }

    @Test
    void isWhenTheShareWasLastChangedIfItsAccessIsTooLittle() {
        assertThat(end(LOWERED)).contains(TEN);
    }

    @Test
    void isWhenTheProjectCameToTheDepartmentWhereTheShareDoesNotReach() {
        assertThat(GrantEnd.of(new GrantTraces(MADE, List.of(ELSEWHERE), TEN, List.of())))
                .contains(TEN);
    }

    @Test
    void isNotKnownWhileTheProjectIsInNoDepartment() {
        assertThat(end(ELSEWHERE)).isEmpty();
    }

    @Test
    void isTheFirstOfSeveralCauses() {
        assertThat(end(share(ELEVEN, TEN, NINE, true, true))).contains(TEN);
    }

    @Test
    void isTheEndOfTheLastOfSeveralShares() {
        assertThat(end(share(NINE, null, MADE, true, true), DELETED)).contains(TEN);
    }

    @Test
    void isNotKnownIfOneOfTheSharesShowsNone() {
        assertThat(end(DELETED, IN_FORCE)).isEmpty();
    }

    @Test
    void isNotKnownWhileAShareIsThereThatCannotBeRead() {
        assertThat(end(EXPIRED, share(null, null, null, true, true))).isEmpty();
        assertThat(end(EXPIRED, share(ELEVEN, null, null, true, true))).contains(ELEVEN);
    }

    @Test
    void isNotKnownIfNoShareIsLeft() {
        assertThat(end()).isEmpty();
    }

    @Test
    void isWhenThatWentOnWhichEveryShareDepends() {
        assertThat(GrantEnd.of(new GrantTraces(MADE, List.of(IN_FORCE), null, List.of(ELEVEN, TEN))))
                .contains(TEN);
    }

    @Test
    void isNeverBeforeTheMirrorWasMadeForThenAnotherShareCoveredIt() {
        assertThat(GrantEnd.of(new GrantTraces(ELEVEN, List.of(EXPIRED), null, List.of())))
                .isEmpty();
    }

    @Test
    void isNeverBeforeAGrantWasSeenInForceForAShareThatIsGoneCoveredIt() {
        var traces = new GrantTraces(MADE, List.of(EXPIRED), null, List.of());

        assertThat(GrantEnd.of(traces.inForceAt(ELEVEN))).isEmpty();
        assertThat(GrantEnd.of(traces.inForceAt(TEN.plusMillis(999)))).contains(TEN);
        assertThat(GrantEnd.of(traces.inForceAt(null))).contains(TEN);
    }

    @Test
    void isToldOfTheSharesThatEndedWithIt() {
        var earlier = share(NINE, null, MADE, true, true);

        assertThat(GrantEnd.sharesThatEnded(new GrantTraces(MADE, List.of(earlier, DELETED), null, List.of())))
                .containsExactly(new EndedShare("to-nlp", "uid"));
    }

    @Test
    void isToldOfNoShareThatOutlivedIt() {
        assertThat(GrantEnd.sharesThatEnded(new GrantTraces(MADE, List.of(DELETED), null, List.of(NINE))))
                .isEmpty();
    }

    private static Optional<Instant> end(ShareTrace... shares) {
        return GrantEnd.of(new GrantTraces(MADE, List.of(shares), null, List.of()));
    }

    private static ShareTrace share(
            @Nullable Instant deletedAt,
            @Nullable Instant expiredAt,
            @Nullable Instant changedAt,
            boolean allows,
            boolean inScope) {
        return new ShareTrace("to-nlp", "uid", deletedAt, expiredAt, changedAt, allows, inScope);
    }
}
