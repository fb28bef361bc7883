package dev.mooring.benchmarks;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Does the same many times, a few at once, and says how far it is. */
final class InParallel {
    private static final int STEPS = 10;

    private InParallel() {}

    /** Returns when all is done; what fails ends the run. */
    static void run(String what, int count, int atOnce, IntConsumer one) throws InterruptedException {
        var done = new AtomicInteger();
        int step = Math.max(1, count / STEPS);
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            List<? extends Future<?>> all = IntStream.range(0, count)
                    .mapToObj(number -> threads.submit(() -> {
                        one.accept(number);
                        int far = done.incrementAndGet();
                        if (far % step == 0) {
                            System.out.printf("%s: %,d of %,d%n", what, far, count);
                        }
                    }))
                    .toList();
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(what + " could not be made", e);
        }
    }
}
