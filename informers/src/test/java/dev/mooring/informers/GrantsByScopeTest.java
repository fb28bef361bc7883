package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.GrantLayer;
import dev.mooring.decision.UsableVolume;
import dev.mooring.decision.VolumeState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class GrantsByScopeTest {
    private static final GrantScope VISION = new GrantScope.Own("vision");
    private static final GrantLayer OLD = layer("old");
    private static final GrantLayer NEW = layer("new");

    private final Queue<Supplier<GrantLayer>> loads = new ArrayDeque<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final GrantsByScope grants =
            new GrantsByScope(scope -> loads.remove().get(), meters);

    @Test
    void worksAScopeOutOnce() {
        loads.add(() -> OLD);
        grants.get(VISION);

        assertThat(grants.get(VISION)).isSameAs(OLD);
    }

    @Test
    void worksADroppedScopeOutAgain() {
        loads.addAll(List.of(() -> OLD, () -> NEW));
        grants.get(VISION);
        grants.drop(VISION);

        assertThat(grants.get(VISION)).isSameAs(NEW);
    }

    @Test
    void answersFromAfterADropThatMeetsTheLoad() {
        loads.addAll(List.of(() -> droppedAfterReading(OLD), () -> NEW));

        assertThat(grants.get(VISION)).isSameAs(NEW);
    }

    @Test
    void keepsNothingThatWasReadBeforeADrop() {
        loads.addAll(List.of(() -> droppedAfterReading(OLD), () -> NEW));
        grants.get(VISION);

        assertThat(grants.get(VISION)).isSameAs(NEW);
    }

    @Test
    void answersWithoutKeepingWhileDropsDoNotCease() {
        for (var attempt = 0; attempt < 3; attempt++) {
            loads.add(() -> droppedAfterReading(OLD));
        }
        loads.add(() -> NEW);
        var meanwhile = grants.get(VISION);

        assertThat(List.of(meanwhile, grants.get(VISION))).containsExactly(OLD, NEW);
    }

    @Test
    void keepsWhatSomebodyElseWorkedOutAfterTheDrop() {
        loads.add(() -> {
            var read = droppedAfterReading(OLD);
            loads.add(() -> NEW);
            grants.get(VISION);
            loads.add(() -> NEW);
            return read;
        });
        grants.get(VISION);

        assertThat(grants.get(VISION)).isSameAs(NEW);
    }

    @Test
    void dropsOneScopeAndKeepsTheOthers() {
        loads.addAll(List.of(() -> OLD, () -> NEW));
        grants.get(VISION);
        grants.drop(new GrantScope.Own("nlp"));

        assertThat(grants.get(VISION)).isSameAs(OLD);
    }

    @Test
    void countsHitsAndMisses() {
        loads.add(() -> OLD);
        grants.get(VISION);
        grants.get(VISION);
        grants.get(VISION);

        assertThat(List.of(gets("hit"), gets("miss"))).containsExactly(2.0, 1.0);
    }

    private double gets(String result) {
        return meters.get("cache.gets")
                .tags("cache", "grantsByScope", "result", result)
                .functionCounter()
                .count();
    }

    private GrantLayer droppedAfterReading(GrantLayer read) {
        grants.drop(VISION);
        return read;
    }

    private static GrantLayer layer(String name) {
        var id = new DataVolumeId("vision", name);
        return GrantLayer.of(List.of(UsableVolume.own(id, "data", new VolumeState.Ready())));
    }
}
