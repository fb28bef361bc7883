package dev.mooring.controller.backend;

/** Whether the data of a volume can be mirrored. */
public sealed interface Verdict {
    /** It can, by {@code strategy}. */
    record Mirrored(MirrorStrategy strategy) implements Verdict {}

    /** It cannot; {@code message} says why, what to do instead and which setting would allow it, if one would. */
    record Refused(RefusalReason reason, String message) implements Verdict {}
}
