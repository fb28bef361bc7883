package dev.mooring.decision;

/** One word of the vocabulary that denials, conditions and Events share. */
public interface Reason {
    /** Returns the stable spelling, in upper camel case, for programs: conditions, Events, metrics, audit annotations. */
    String label();

    /** Returns what it means, as a sentence. */
    String cause();

    /** Returns what to do about it, as a sentence; empty where nothing is wrong. */
    String remedy();
}
