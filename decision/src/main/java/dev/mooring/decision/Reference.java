package dev.mooring.decision;

import org.jspecify.annotations.Nullable;

/**
 * A request for one data volume at one path: {@code [project/]name[:path][:ro|rw]}.
 *
 * @param project the origin project, or null for a bare name
 * @param name the data volume's name
 * @param path where it is mounted; absolute and normalised
 * @param access what the pod wants to do with it
 */
public record Reference(@Nullable String project, String name, String path, AccessMode access) {

    /** Returns the path of a reference that names none. */
    public static String defaultPath(String name) {
        return "/data/" + name;
    }

    /** Returns the shortest text that is read as this reference. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (project != null) {
            text.append(project).append('/');
        }
        text.append(name);
        if (!path.equals(defaultPath(name))) {
            text.append(':').append(path);
        }
        if (access == AccessMode.READ_WRITE) {
            text.append(":rw");
        }
        return text.toString();
    }
}
