package dev.mooring.informers;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done again and again, whatever becomes of it once: an executor drops a task that throws, without a word. */
final class Recurring implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);

    private final String name;
    private final Runnable work;

    /** @param name says in the log which work it was that threw */
    Recurring(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    @Override
    public void run() {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("work", name).setCause(e).log("failed, and is tried again when it is due");
        }
    }
}
