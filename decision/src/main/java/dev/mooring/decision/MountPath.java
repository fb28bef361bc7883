package dev.mooring.decision;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;

/** How paths in a container relate to each other. */
final class MountPath {
    /** Orders normal paths so that what lies inside a directory comes right behind it, before all its neighbours. */
    static final Comparator<String> DIRECTORY_BY_DIRECTORY = MountPath::compare;

    private MountPath() {}

    /** Returns {@code path} as the container runtime reads it: absolute, without {@code .}, {@code ..} and {@code //}. */
    static String normal(String path) {
        return isNormal(path) ? path : rebuilt(path);
    }

    /** Returns whether two normal paths are equal, or one lies inside the other. */
    static boolean meet(String one, String other) {
        return one.length() <= other.length() ? covers(one, other) : covers(other, one);
    }

    /** Returns whether {@code path} is {@code directory} or lies inside it; both are normal. */
    static boolean covers(String directory, String path) {
        return path.startsWith(directory)
                && (path.length() == directory.length()
                        || directory.equals("/")
                        || path.charAt(directory.length()) == '/');
    }

    /** Returns whether every slash but a lone one is followed by a part; a part that begins with a dot is looked at later. */
    private static boolean isNormal(String path) {
        int last = path.length() - 1;
        if (last < 0 || path.charAt(0) != '/') {
            return false;
        }
        for (int i = 0; i <= last; i++) {
            if (path.charAt(i) == '/' && last > 0 && (i == last || isSlashOrDot(path.charAt(i + 1)))) {
                return false;
            }
        }
        return true;
    }

    private static int compare(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        for (int i = 0; i < shorter; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                return a == '/' ? -1 : b == '/' ? 1 : Character.compare(a, b);
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    private static boolean isSlashOrDot(char c) {
        return c == '/' || c == '.';
    }

    private static String rebuilt(String path) {
        Deque<String> parts = new ArrayDeque<>();
        int start = 0;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String part = path.substring(start, end);
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
            start = end + 1;
        }
        return "/" + String.join("/", parts);
    }
}
