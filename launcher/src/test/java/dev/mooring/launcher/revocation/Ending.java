package dev.mooring.launcher.revocation;

/** How a grant ends. */
enum Ending {
    SHARE_DELETED(3),
    SHARE_EXPIRES(3),
    EXPIRY_BROUGHT_FORWARD(3),
    SHARE_LOWERED(3),
    DATA_VOLUME_DELETED(2),
    PROJECT_DELETED(1),
    PROJECT_MOVED(1),
    DEPARTMENT_DELETED(1),
    ORIGIN_PROJECT_DELETED(1),
    ORIGIN_DEPARTMENT_DELETED(1);

    private final int weight;

    Ending(int weight) {
        this.weight = weight;
    }

    /** Returns how often it comes, compared with the others. */
    int weight() {
        return weight;
    }
}
