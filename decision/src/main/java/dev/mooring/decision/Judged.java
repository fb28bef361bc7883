package dev.mooring.decision;

/** The result of a step that may end in a denial. */
sealed interface Judged<T> {
    record Passed<T>(T value) implements Judged<T> {}

    record Refused<T>(Decision.Deny denial) implements Judged<T> {}
}
