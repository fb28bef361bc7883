package dev.mooring.decision;

/** Walks over the items of a comma-separated list without copying them; blanks and line breaks around items are skipped. */
final class ListItems {
    private final String text;
    private int from;
    private int to;
    private int comma = -1;

    ListItems(String text) {
        this.text = text;
    }

    /** Moves to the next item, which may be empty; false after the last one. A blank text has one empty item. */
    boolean next() {
        if (comma == text.length()) {
            return false;
        }
        from = comma + 1;
        comma = text.indexOf(',', from);
        if (comma < 0) {
            comma = text.length();
        }
        to = comma;
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return true;
    }

    boolean isEmpty() {
        return from == to;
    }

    /** Returns the index of the item's first character. */
    int from() {
        return from;
    }

    /** Returns the index after the item's last character. */
    int to() {
        return to;
    }

    /** Returns the index of the comma that ends the item, or the text's length. */
    int comma() {
        return comma;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
