package dev.mooring.launcher.revocation;

/** What became of an interleaving. */
enum Outcome {
    /** Somebody was let in, and Mooring answered somebody who asked two seconds after the end. Nothing else counts. */
    TRIED("interleavings"),

    /** Nobody was let in, so there was nothing to take away. */
    UNUSED("unused"),

    /** Nobody who asked two seconds after the end had an answer of Mooring's. */
    UNANSWERED("unanswered"),

    /** Something could not be taken away or made again in time. */
    GIVEN_UP("given up");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** Returns what people read behind a number. */
    String words() {
        return words;
    }
}
