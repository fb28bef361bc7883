package dev.mooring.informers;

import io.fabric8.kubernetes.api.model.ObjectMeta;

/**
 * Hears how the stream of one kind goes on. Called in the order of the stream, on its threads: between {@link #listBegins}
 * and {@link #watchBegins} comes what a list holds, after it what the watch tells.
 */
interface StreamListener {
    /** Hears nothing. */
    StreamListener NONE = new StreamListener() {};

    /** From here on objects come from a list: what one of them shows is true of all only once the list is complete. */
    default void listBegins() {}

    /** The list is complete, and what it does not hold has been taken out. */
    default void watchBegins() {}

    /** What comes now may be older than what has come before. */
    default void orderLost() {}

    /** An object in a namespace that is skipped has come or changed. */
    default void skippedCame(ObjectMeta object) {}

    /** An object in a namespace that is skipped is gone. */
    default void skippedWent(String name) {}
}
