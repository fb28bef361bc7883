package dev.mooring.launcher.revocation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The threads of a run. None of them may end by an exception before they are dismissed: that is a failure of the run. */
final class Crew {
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<Failure> failures = new CopyOnWriteArrayList<>();
    private volatile boolean isDismissed;

    /** What a thread does, until it is through or interrupted. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /**
     * What went wrong in one thread.
     *
     * @param who the thread's name
     * @param cause what it threw
     */
    record Failure(String who, Throwable cause) {}

    /** Has a new thread work. */
    void start(String who, Work work) {
        threads.add(Thread.ofPlatform().name(who).daemon().start(() -> attempt(who, work)));
    }

    /** Does something here and now; what goes wrong is a failure of the run, but not the end of whoever asks for it. */
    void attempt(String who, Work work) {
        try {
            work.run();
        } catch (InterruptedException interrupted) {
            note(who, interrupted);
            Thread.currentThread().interrupt();
        } catch (Throwable cause) {
            note(who, cause);
        }
    }

    private void note(String who, Throwable cause) {
        if (!isDismissed) {
            failures.add(new Failure(who, cause));
        }
    }

    /** Ends all threads, and waits for that. What goes wrong from now on does not matter. */
    void dismiss() throws InterruptedException {
        isDismissed = true;
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            thread.join();
        }
    }

    /** Returns what has gone wrong so far. */
    List<Failure> failures() {
        return List.copyOf(failures);
    }
}
