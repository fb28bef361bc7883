package dev.mooring.decision;

/**
 * One operation of an RFC 6902 patch.
 *
 * @param op what to do at {@code path}
 * @param path an RFC 6901 pointer, escaped
 * @param value what to put there
 */
public record PatchOperation(Op op, String path, JsonValue value) {

    /** The two operations that Mooring uses; it never removes, moves or copies. */
    public enum Op {
        /** Adds a member or an array item. */
        ADD("add"),
        /** Replaces an explicit {@code readOnly: false} on a read-only data volume, and nothing else. */
        REPLACE("replace");

        private final String spelling;

        Op(String spelling) {
            this.spelling = spelling;
        }

        /** Returns the spelling of RFC 6902. */
        public String spelling() {
            return spelling;
        }
    }

    static PatchOperation add(String path, JsonValue value) {
        return new PatchOperation(Op.ADD, path, value);
    }
}
