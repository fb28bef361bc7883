package dev.mooring.model;

/** The constants of the API group and the texts of its schema that several kinds share. */
final class Vocabulary {
    static final String GROUP = "mooring.dev";
    static final String VERSION = "v1alpha1";
    static final String CATEGORY = "mooring";

    /** Reads the state of the condition {@code Ready} for a printer column. */
    static final String READY_PATH = ".status.conditions[?(@.type==\"Ready\")].status";

    static final String AGE_PATH = ".metadata.creationTimestamp";

    static final String CONDITIONS = "What the controller found out about it, one entry for each type; each names the"
            + " generation that it is about.";

    static final String READABLE_UNTIL = "When the right to read ends, as things are now; absent where it has no end.";

    static final String WRITABLE_UNTIL =
            "When the right to write ends, as things are now; absent where it has no end, or there is none.";

    /** Holds for the names that {@link ScopeNames#PATTERN} allows. */
    static final String NAME_RULE = "self.metadata.name.matches('" + ScopeNames.PATTERN + "')";

    static final String NAME_MESSAGE =
            "'s name begins with a letter and holds lower-case letters, digits and dashes, 63 at most, and no dots";

    private Vocabulary() {}
}
