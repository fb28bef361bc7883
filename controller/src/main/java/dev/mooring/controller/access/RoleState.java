package dev.mooring.controller.access;

/** Whether the role that an access rule names can be given. */
enum RoleState {
    /** It exists and the chart lists it. */
    GIVEN,
    /** It does not exist. */
    MISSING,
    /** The chart does not list it, or does so no more. */
    NOT_LISTED
}
