package dev.mooring.launcher.revocation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What is asked for, a data volume in a project, and what those who asked were told. Times are those of {@link System#nanoTime}. */
final class Wish {
    /** Whoever asks later than this after the end of a grant is not let in. */
    private static final Duration BOUND = Duration.ofSeconds(2);

    private final String project;
    private final String reference;
    private final CountDownLatch used = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile @Nullable Long end;

    /** @param reference which data volume, as an annotation says it */
    Wish(String project, String reference) {
        this.project = project;
        this.reference = reference;
    }

    String project() {
        return project;
    }

    String reference() {
        return reference;
    }

    /** The grant has ended, at this time or before. */
    void ended(long time) {
        end = time;
    }

    /** Somebody whose request began at this time has been let in. */
    void granted(long begun) {
        used.countDown();
        answered(begun);
    }

    /** Mooring has turned somebody away whose request began at this time. */
    void denied(long begun) {
        answered(begun);
    }

    private void answered(long begun) {
        Long ended = end;
        if (ended != null && begun - ended >= BOUND.toNanos()) {
            answered.countDown();
        }
    }

    /** Whether somebody has been let in at all. */
    boolean isUsed() {
        return used.getCount() == 0;
    }

    /** Waits until somebody has been let in, or so long. */
    void awaitUse(Duration atMost) throws InterruptedException {
        used.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits until somebody who asked two seconds after the end or later has been answered; returns whether that came within so long. */
    boolean awaitAnswer(Duration atMost) throws InterruptedException {
        return answered.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
