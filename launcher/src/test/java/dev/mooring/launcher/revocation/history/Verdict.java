package dev.mooring.launcher.revocation.history;

import java.time.Duration;

/** What is to be said about a consumer that was let in. */
public sealed interface Verdict {
    /** Returns whom it is about. */
    Consumer consumer();

    /**
     * A grant was in force shortly enough before the request.
     *
     * @param grant the share that gives it
     * @param age how long before the request was received the grant was last in force; zero if it still was
     */
    record Right(Consumer consumer, String grant, Duration age) implements Verdict {}

    /**
     * A grant had ended too long before.
     *
     * @param ended what ended, of the grant that lasted longest
     * @param late how long before the request was received that was
     */
    record Late(Consumer consumer, String ended, Duration late) implements Verdict {
        @Override
        public String toString() {
            return "pod " + consumer.pod() + ", received " + consumer.received() + ", was let in to " + consumer.use()
                    + " " + late.toMillis() + " ms after the end of " + ended;
        }
    }

    /** There never was a grant. */
    record Unfounded(Consumer consumer) implements Verdict {
        @Override
        public String toString() {
            return "pod " + consumer.pod() + ", received " + consumer.received() + ", was let in to " + consumer.use()
                    + ", for which there never was a grant";
        }
    }
}
