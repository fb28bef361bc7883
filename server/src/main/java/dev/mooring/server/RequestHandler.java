package dev.mooring.server;

/** Answers the POSTs to one path. */
@FunctionalInterface
public interface RequestHandler {
    /**
     * Returns the answer. Called on an event loop, on several at once: answers from memory and never
     * blocks. What it throws is logged and becomes a 500.
     */
    HttpAnswer answer(HttpRequest request);
}
