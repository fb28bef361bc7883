package dev.mooring.launcher.revocation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What is asked for: a data volume in a project. */
final class Wish {
    private final String project;
    private final String reference;
    private final CountDownLatch granted = new CountDownLatch(1);

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

    /** Somebody has been let in. */
    void granted() {
        granted.countDown();
    }

    /** Whether somebody has been let in at all. */
    boolean isUsed() {
        return granted.getCount() == 0;
    }

    /** Waits until somebody has been let in, or so long. */
    void awaitUse(Duration atMost) throws InterruptedException {
        granted.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
