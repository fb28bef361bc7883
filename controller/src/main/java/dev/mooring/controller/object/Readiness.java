package dev.mooring.controller.object;

import dev.mooring.decision.Reason;

/**
 * The condition {@code Ready} of one object, without the time at which it became so.
 *
 * @param ready whether the object does what it says
 * @param reason why
 * @param message why, and what to do about it, as a sentence for people
 */
public record Readiness(boolean ready, Reason reason, String message) {
    /** The condition's type. */
    public static final String TYPE = "Ready";

    /** Says that the object does what it says. */
    public static Readiness ready(Reason reason, String message) {
        return new Readiness(true, reason, message);
    }

    /** Says that the object does not do what it says. */
    public static Readiness notReady(Reason reason, String message) {
        return new Readiness(false, reason, message);
    }

    /** Returns the condition's status, {@code True} or {@code False}. */
    String status() {
        return ready ? "True" : "False";
    }
}
