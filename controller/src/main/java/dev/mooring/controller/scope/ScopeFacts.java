package dev.mooring.controller.scope;

import dev.mooring.controller.index.NamespaceState;
import dev.mooring.model.NamespaceIdentity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the plan for a department or a project looks at.
 *
 * @param uid the UID of the department or project
 * @param deleting whether it is being deleted
 * @param held whether it carries our finalizer
 * @param place whether it may be where and what it says it is
 * @param wanted the name of the namespace that it asks for
 * @param noted the namespace that its status names
 * @param namespace the namespace of the name {@code wanted}, or null if there is none
 * @param belongsToOther whether the status of another department or project names that very namespace
 * @param rules the names of the access rules that are in it
 */
record ScopeFacts(
        String uid,
        boolean deleting,
        boolean held,
        Place place,
        String wanted,
        @Nullable NamespaceIdentity noted,
        @Nullable NamespaceState namespace,
        boolean belongsToOther,
        List<String> rules) {
    ScopeFacts {
        rules = List.copyOf(rules);
    }
}
