package dev.mooring.decision;

import java.util.ArrayDeque;
import java.util.Deque;

/** How paths in a container relate to each other. */
final class MountPath {
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

    private static boolean isNormal(String path) {
        if (path.equals("/")) {
            return true;
        }
        return path.startsWith("/") && !path.endsWith("/") && !path.contains("//") && !path.contains("/.");
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
