package dev.mooring.testcluster;

import java.util.List;

/**
 * Whom to write a kubeconfig for.
 *
 * @param name the user's name
 * @param groups the groups the user is a member of
 */
record UserWish(String name, List<String> groups) {
    UserWish {
        groups = List.copyOf(groups);
    }

    /**
     * Reads {@code name[:group[,group]]}. Names of system users have colons of their own and are not for this.
     *
     * @throws IllegalArgumentException if a name is empty
     */
    static UserWish parse(String text) {
        String[] parts = text.split(":", 2);
        List<String> groups = parts.length == 1 ? List.of() : List.of(parts[1].split(",", -1));
        if (parts[0].isEmpty() || groups.contains("")) {
            throw new IllegalArgumentException("\"" + text + "\" is not name[:group[,group]]");
        }
        return new UserWish(parts[0], groups);
    }
}
