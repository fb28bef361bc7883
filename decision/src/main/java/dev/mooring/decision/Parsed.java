package dev.mooring.decision;

import java.util.List;

/** What a list of references was read as. Columns count from 1 through the whole text, line breaks included. */
public sealed interface Parsed {

    /** Every item could be read. */
    record References(List<Item> items) implements Parsed {
        public References {
            items = List.copyOf(items);
        }
    }

    /**
     * One reference and where it stands.
     *
     * @param column the column of its first character
     */
    record Item(int column, Reference reference) {
        /** Returns the reference as a denial names it. */
        String spelled() {
            return Wording.quote(reference.toString()) + " (column " + column + " of mooring.dev/data-volumes)";
        }
    }

    /**
     * The first mistake in the text.
     *
     * @param column the column of the offending character, one past the end if something is missing there
     * @param message what is wrong and what would be right
     */
    record Failure(int column, String message) implements Parsed {}
}
