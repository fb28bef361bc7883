package dev.mooring.controller.scope;

import dev.mooring.controller.object.Readiness;
import dev.mooring.decision.StateReason;
import dev.mooring.model.Annotations;
import java.util.stream.Collectors;

/** The reasons why a namespace is not taken; their names never change. */
final class ScopeObjections {
    private static final int MOST_NAMES = 5;

    private ScopeObjections() {}

    static Readiness gone(ScopeFacts facts, ScopeIdentity identity) {
        return Readiness.notReady(
                StateReason.NAMESPACE_GONE,
                "namespace \"%s\" was deleted; delete the %s, or make the namespace again and annotate it %s"
                        .formatted(facts.wanted(), identity.kind(), annotation(identity)));
    }

    static Readiness replaced(ScopeFacts facts, ScopeIdentity identity) {
        return Readiness.notReady(
                StateReason.NAMESPACE_REPLACED,
                ("namespace \"%s\" was deleted and made again, so nothing that was shared with the first one is shared with it;"
                                + " to take it, annotate it %s")
                        .formatted(facts.wanted(), annotation(identity)));
    }

    static Readiness ending(ScopeFacts facts) {
        return Readiness.notReady(
                StateReason.NAMESPACE_ENDING, "namespace \"" + facts.wanted() + "\" is being deleted");
    }

    static Readiness taken(ScopeFacts facts, ScopeIdentity identity) {
        return Readiness.notReady(
                StateReason.NAMESPACE_TAKEN,
                "namespace \"%s\" belongs to another department or project; once that is deleted and the namespace is annotated %s, it becomes this %s's"
                        .formatted(facts.wanted(), annotation(identity), identity.kind()));
    }

    static Readiness notAdopted(ScopeFacts facts, ScopeIdentity identity) {
        return Readiness.notReady(
                StateReason.NAMESPACE_NOT_ADOPTED,
                "namespace \"%s\" exists already; to take it, annotate it %s"
                        .formatted(facts.wanted(), annotation(identity)));
    }

    static Readiness rulesRemain(ScopeFacts facts) {
        var names = facts.rules().stream().sorted().limit(MOST_NAMES).collect(Collectors.joining("\", \"", "\"", "\""));
        var more = facts.rules().size() > MOST_NAMES ? " and " + (facts.rules().size() - MOST_NAMES) + " more" : "";
        return Readiness.notReady(
                StateReason.ACCESS_RULES_REMAIN,
                ("namespace \"%s\" has access rules from before, %s%s, which would come into force with it; delete them, and make"
                                + " those anew that are wanted")
                        .formatted(facts.wanted(), names, more));
    }

    private static String annotation(ScopeIdentity identity) {
        return Annotations.ADOPT + "=" + identity.adoptValue();
    }
}
