package dev.mooring.decision;

/** The names of projects and data volumes: {@code [a-z]([-a-z0-9]{0,61}[a-z0-9])?}. */
final class ResourceName {
    static final int MAX_LENGTH = 63;

    private ResourceName() {}

    static boolean isValid(String text, int start, int end) {
        if (end <= start || end - start > MAX_LENGTH || !isLetter(text.charAt(start)) || text.charAt(end - 1) == '-') {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (!isPart(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isPart(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '-';
    }
}
