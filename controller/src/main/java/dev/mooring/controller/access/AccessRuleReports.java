package dev.mooring.controller.access;

import dev.mooring.controller.object.Readiness;
import dev.mooring.decision.StateReason;
import java.util.List;

/** Decides what is said about an access rule. */
final class AccessRuleReports {
    /** How many namespaces a status names. */
    private static final int NAMED = 10;

    private AccessRuleReports() {}

    static AccessRuleReport of(AccessRuleFacts facts) {
        return new AccessRuleReport(
                facts.bound().size(),
                facts.bound().stream().sorted().limit(NAMED).toList(),
                readiness(facts));
    }

    private static Readiness readiness(AccessRuleFacts facts) {
        var role = "role \"" + facts.role() + "\"";
        if (facts.reached() == 0) {
            return Readiness.notReady(
                    StateReason.NOT_IN_A_SCOPE,
                    "namespace \"" + facts.namespace()
                            + "\" is no scope's, or its project or department is not ready; make"
                            + " the rule in the namespace of a project, of a department or of the cluster scope");
        }
        return switch (facts.state()) {
            case MISSING ->
                Readiness.notReady(
                        StateReason.ROLE_MISSING,
                        role
                                + " does not exist: there is no ClusterRole of that name that is labelled mooring.dev/role");
            case NOT_LISTED ->
                Readiness.notReady(
                        StateReason.ROLE_NOT_LISTED,
                        role
                                + " is none that access rules give; list it in roles.additional of the chart, or delete the rule");
            case GIVEN -> bound(facts, role);
        };
    }

    private static Readiness bound(AccessRuleFacts facts, String role) {
        if (!facts.refused().isEmpty()) {
            return Readiness.notReady(StateReason.BINDING_REFUSED, message(facts.refused()));
        }
        return facts.bound().size() < facts.reached()
                ? Readiness.notReady(
                        StateReason.BINDINGS_MISSING,
                        role + " is bound in " + facts.bound().size() + " of " + facts.reached() + " namespaces")
                : Readiness.ready(
                        StateReason.ROLE_GRANTED,
                        "its subjects have " + role + " in "
                                + (facts.reached() == 1 ? "one namespace" : facts.reached() + " namespaces"));
    }

    private static String message(List<RefusedBinding> refused) {
        var first = refused.getFirst();
        return first.kind() + " \"" + first.name() + "\" in namespace \"" + first.namespace()
                + "\" could not be written: "
                + first.reason()
                + (refused.size() == 1 ? "" : "; the same goes for " + (refused.size() - 1) + " more");
    }
}
