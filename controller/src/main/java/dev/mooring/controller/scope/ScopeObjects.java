package dev.mooring.controller.scope;

import io.fabric8.kubernetes.api.model.Namespace;
import org.jspecify.annotations.Nullable;

/** A department or project as it was read, with the namespace of the name that it asks for. */
record ScopeObjects<T>(T self, @Nullable Namespace namespace) {}
