package dev.mooring.testcluster.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FaultScheduleTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final List<String> RESOURCES = List.of("pods", "secrets");
    private static final ApiRequest PODS = ApiRequest.of("GET", "/api/v1/pods");
    private static final ApiRequest SECRETS = ApiRequest.of("GET", "/api/v1/secrets");
    private static final Fault FAULT = new Fault.Reset();

    private final AtomicLong nanoTime = new AtomicLong(-17);

    @Test
    void aSpellBeginsAndEnds() {
        FaultSchedule schedule = schedule(new Spell(Duration.ofNanos(5), Duration.ofNanos(7), Set.of("pods"), FAULT));

        assertThat(at(4, schedule, PODS)).isEqualTo(Fault.NONE);
        assertThat(at(5, schedule, PODS)).isEqualTo(FAULT);
        assertThat(at(6, schedule, PODS)).isEqualTo(FAULT);
        assertThat(at(7, schedule, PODS)).isEqualTo(Fault.NONE);
    }

    @Test
    void aSpellMeetsItsResourcesOnly() {
        FaultSchedule schedule = schedule(new Spell(Duration.ZERO, Duration.ofNanos(7), Set.of("pods"), FAULT));

        assertThat(at(1, schedule, SECRETS)).isEqualTo(Fault.NONE);
    }

    @Test
    void aSeedGivesTheSameSpellsAgain() {
        assertThat(RandomSpells.of(3, RESOURCES, MINUTE)).isEqualTo(RandomSpells.of(3, RESOURCES, MINUTE));
    }

    @Test
    void anotherSeedGivesOthers() {
        assertThat(RandomSpells.of(3, RESOURCES, MINUTE)).isNotEqualTo(RandomSpells.of(4, RESOURCES, MINUTE));
    }

    @Test
    void everyFaultComesInTime() {
        assertThat(RandomSpells.of(1, RESOURCES, Duration.ofHours(1)))
                .extracting(spell -> (Object) spell.fault().getClass())
                .contains(
                        Fault.Late.class,
                        Fault.BlackHole.class,
                        Fault.Reset.class,
                        Fault.Answer.class,
                        Fault.StaleList.class,
                        Fault.Duplicate.class,
                        Fault.Lost.class,
                        Fault.BookmarksOnly.class,
                        Fault.ErrorEvent.class,
                        Fault.End.class);
    }

    @Test
    void spellsDoNotOverlap() {
        List<Spell> spells = RandomSpells.of(9, RESOURCES, MINUTE);

        for (int next = 1; next < spells.size(); next++) {
            assertThat(spells.get(next).begin())
                    .isGreaterThanOrEqualTo(spells.get(next - 1).end());
        }
    }

    private FaultSchedule schedule(Spell spell) {
        return FaultSchedule.begin(List.of(spell), nanoTime::get);
    }

    private Fault at(long time, FaultSchedule schedule, ApiRequest request) {
        nanoTime.set(time - 17);
        return schedule.faultFor(request);
    }
}
