package dev.mooring.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WorkQueueProperties {
    private static final int WAKE_UPS = 300;

    @Property(tries = 30)
    void noKeyIsWorkedOnTwiceAtATimeAndNoWakeUpIsLost(
            @ForAll @IntRange(min = 1, max = 4) int workers, @ForAll @IntRange(min = 1, max = 5) int keys)
            throws InterruptedException {
        var queue = new WorkQueue<Integer>(System::nanoTime, new WorkQueueMetrics(new SimpleMeterRegistry(), "test"));
        ConcurrentMap<Integer, Integer> wanted = new ConcurrentHashMap<>();
        ConcurrentMap<Integer, Integer> seen = new ConcurrentHashMap<>();
        Set<Integer> running = ConcurrentHashMap.newKeySet();
        var collisions = new AtomicInteger();
        var threads = IntStream.range(0, workers)
                .mapToObj(worker -> Thread.ofPlatform().start(() -> {
                    try {
                        for (var key = queue.take(); key.isPresent(); key = queue.take()) {
                            if (!running.add(key.get())) {
                                collisions.incrementAndGet();
                            }
                            seen.put(key.get(), wanted.getOrDefault(key.get(), 0));
                            running.remove(key.get());
                            queue.done(key.get());
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .toList();

        for (int i = 0; i < WAKE_UPS; i++) {
            wanted.merge(i % keys, 1, Integer::sum);
            queue.add(i % keys);
        }
        while (!seen.equals(wanted)) {
            Thread.onSpinWait();
        }
        queue.close();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(collisions).hasValue(0);
    }
}
