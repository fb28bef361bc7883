package dev.mooring.launcher.attack;

/** Whether the webhook and the controller run. */
enum Processes {
    /** Both do. */
    UP,
    /** Neither does: what is refused now is refused by the API server alone. */
    DOWN
}
