package dev.mooring.controller.scope;

import dev.mooring.controller.object.Readiness;

/** Whether a department or project may be where and what it says it is. */
sealed interface Place {
    /** It may, and then it is this scope. */
    record Allowed(ScopeIdentity identity) implements Place {}

    /** It may not, whatever its namespace is like. */
    record Refused(Readiness why) implements Place {}
}
