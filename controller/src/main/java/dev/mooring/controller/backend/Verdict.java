package dev.mooring.controller.backend;

/** Whether the data of a volume can be mirrored. */
public sealed interface Verdict {
    /** It can, by {@code strategy}. */
    record Mirrored(MirrorStrategy strategy) implements Verdict {}

    /** It cannot; {@code message} says why and what to do instead. */
    record Refused(String message) implements Verdict {}
}
