package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.DataVolumeId;
import dev.mooring.model.NamespaceIdentity;
import dev.mooring.model.ScopeKind;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each kind changes on a thread of its own while others ask all the time. Whatever they met, once it is quiet the answer is
 * that of the last objects: nothing is kept that was read half before and half after a change.
 */
class ClusterStateRaceTest {
    private static final DataVolumeId IMAGENET = new DataVolumeId("vision", "imagenet");
    private static final int ROUNDS = 5_000;
    private static final int CHANGES_IN_A_ROUND = 20;

    private final World world = World.populated();

    @Test
    void aRevocationIsNotOutlivedByWhatWasReadBefore() throws Exception {
        try (var threads = Executors.newCachedThreadPool()) {
            var stop = new AtomicBoolean();
            Stream.of("nlp", "sales").forEach(project -> threads.execute(() -> askUntil(stop, project)));
            try {
                for (var round = 0; round < ROUNDS; round++) {
                    var last = round;
                    await(List.of(
                            threads.submit(() -> repeat(last, this::share)),
                            threads.submit(() -> repeat(last, this::dataVolume)),
                            threads.submit(() -> repeat(last, this::department)),
                            threads.submit(() -> repeat(last, this::namespace))));
                    assertThat(grants("sales")).as("round %d", round).isEqualTo(isOdd(round));
                }
            } finally {
                stop.set(true);
            }
        }
    }

    /** Leaves a world that grants after odd rounds, and one without any of what a grant needs after even ones. */
    private static void repeat(int round, Consumer<Boolean> change) {
        for (var number = 0; number < CHANGES_IN_A_ROUND; number++) {
            change.accept(isOdd(number));
        }
        change.accept(isOdd(round));
    }

    private void share(boolean there) {
        if (there) {
            world.share("vision", "imagenet", ScopeKind.PROJECT, "sales");
        } else {
            world.noShare("vision/to-sales");
        }
    }

    private void dataVolume(boolean there) {
        if (there) {
            world.dataVolume("vision", "imagenet");
        } else {
            world.noDataVolume("vision/imagenet");
        }
    }

    private void department(boolean inForce) {
        var namespace = new NamespaceIdentity("department-research", "department-research-1");
        world.put(new DepartmentView(World.CLUSTER, "research", "object", namespace, !inForce));
    }

    private void namespace(boolean there) {
        world.put(new NamespaceView("vision", there ? "vision-1" : "vision-2"));
    }

    private void askUntil(AtomicBoolean stop, String project) {
        while (!stop.get()) {
            grants(project);
        }
    }

    private boolean grants(String project) {
        return world.state.grantsOf(project).find(IMAGENET) != null;
    }

    private static boolean isOdd(int number) {
        return number % 2 == 1;
    }

    private static void await(List<Future<?>> changes) throws Exception {
        for (var change : changes) {
            change.get();
        }
    }
}
