package dev.mooring.controller.reconcile;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The keys that wait to be reconciled, each at most once, and never one that is being worked on.
 *
 * <p>A key is in one of these states, and wake-ups move it along:
 *
 * <pre>
 *   nowhere --add--> ready --take--> running --done--> nowhere
 *   nowhere --addAfter--> delayed --its time, or add--> ready
 *   running --add--> running and dirty --done--> ready
 * </pre>
 *
 * Safe for use by any number of threads.
 */
final class WorkQueue<K> {
    private record Due<K>(K key, long at, long order) {}

    private final LongSupplier nanoTime;
    private final WorkQueueMetrics metrics;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Ready keys, first come first, and since when. */
    private final SequencedMap<K, Long> ready = new LinkedHashMap<>();

    private final Set<K> running = new HashSet<>();
    private final Set<K> dirty = new HashSet<>();

    private final Map<K, Due<K>> delayed = new HashMap<>();
    private final NavigableSet<Due<K>> timetable =
            new TreeSet<>((a, b) -> a.at == b.at ? Long.compare(a.order, b.order) : Long.signum(a.at - b.at));

    private long order;
    private boolean closed;

    /** Makes an empty queue; {@code nanoTime} is a monotonic clock in nanoseconds. */
    WorkQueue(LongSupplier nanoTime, WorkQueueMetrics metrics) {
        this.nanoTime = nanoTime;
        this.metrics = metrics;
        metrics.depth(this::depth);
    }

    /** Wakes {@code key} up now. */
    void add(K key) {
        lock.lock();
        try {
            addLocked(key);
        } finally {
            lock.unlock();
        }
    }

    /** Wakes {@code key} up after {@code delay}, or earlier if it is woken up otherwise. */
    void addAfter(K key, Duration delay) {
        lock.lock();
        try {
            long at = nanoTime.getAsLong() + delay.toNanos();
            Due<K> already = delayed.get(key);
            if (closed || ready.containsKey(key) || (already != null && already.at - at <= 0)) {
                return;
            }
            forgetDelay(key);
            var due = new Due<>(key, at, order++);
            delayed.put(key, due);
            timetable.add(due);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a key that is ready and takes it; empty once the queue is closed. */
    Optional<K> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                var key = poll();
                if (key.isPresent()) {
                    return key;
                }
                changed.awaitNanos(untilNextIsDue());
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the key that has been ready for longest, if there is one now. */
    Optional<K> poll() {
        lock.lock();
        try {
            releaseDue();
            var first = ready.pollFirstEntry();
            if (first == null) {
                return Optional.empty();
            }
            running.add(first.getKey());
            metrics.waited(nanoTime.getAsLong() - first.getValue());
            return Optional.of(first.getKey());
        } finally {
            lock.unlock();
        }
    }

    /** Gives back a key that was taken; it is ready again at once if it was woken up meanwhile. */
    void done(K key) {
        lock.lock();
        try {
            running.remove(key);
            if (dirty.remove(key)) {
                addLocked(key);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets nothing in or out any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many keys are ready. */
    int depth() {
        lock.lock();
        try {
            return ready.size();
        } finally {
            lock.unlock();
        }
    }

    private void addLocked(K key) {
        if (closed || ready.containsKey(key)) {
            return;
        }
        if (running.contains(key)) {
            dirty.add(key);
            return;
        }
        forgetDelay(key);
        ready.put(key, nanoTime.getAsLong());
        metrics.added();
        changed.signal();
    }

    private void releaseDue() {
        while (!timetable.isEmpty() && timetable.first().at - nanoTime.getAsLong() <= 0) {
            var due = timetable.first();
            forgetDelay(due.key);
            addLocked(due.key);
        }
    }

    private void forgetDelay(K key) {
        var due = delayed.remove(key);
        if (due != null) {
            timetable.remove(due);
        }
    }

    private long untilNextIsDue() {
        return timetable.isEmpty() ? Long.MAX_VALUE : timetable.first().at - nanoTime.getAsLong();
    }
}
