package dev.mooring.decision;

import java.util.List;

/** How denials and warnings spell what others wrote: bounded, on one line, in quotes. */
final class Wording {
    private static final int LONGEST_QUOTE = 80;
    private static final int LONGEST_LIST = 5;

    private Wording() {}

    /** Returns {@code text} in quotes, cut when long; what is not visible becomes a question mark. */
    static String quote(String text) {
        int length = Math.min(text.length(), LONGEST_QUOTE);
        StringBuilder quoted = new StringBuilder(length + 5).append('"');
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            quoted.append(isVisible(c) ? c : '?');
        }
        return quoted.append(length < text.length() ? "…\"" : "\"").toString();
    }

    /** Returns one character in quotes, or its number where it cannot be seen. */
    static String character(int character) {
        return character > ' ' && character < 0x7f
                ? "\"" + (char) character + "\""
                : "character U+%04X".formatted(character);
    }

    /** Returns {@code names} as {@code a, b, c}; of many only the first, and how many more there are. */
    static String list(List<?> names) {
        StringBuilder text = new StringBuilder();
        for (Object name : names.subList(0, Math.min(names.size(), LONGEST_LIST))) {
            text.append(text.isEmpty() ? "" : ", ").append(name);
        }
        if (names.size() > LONGEST_LIST) {
            text.append(" and ").append(names.size() - LONGEST_LIST).append(" more");
        }
        return text.toString();
    }

    private static boolean isVisible(char c) {
        return c >= ' '
                && c != 0x7f
                && !Character.isISOControl(c)
                && !Character.isSurrogate(c)
                && Character.getType(c) != Character.FORMAT;
    }
}
