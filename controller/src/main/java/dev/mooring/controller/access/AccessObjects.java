package dev.mooring.controller.access;

import dev.mooring.controller.index.BindingView;
import dev.mooring.controller.index.OwnRoleView;
import java.util.Map;

/** The bindings and Roles of ours in a namespace as they were seen, by name. */
record AccessObjects(String namespace, Map<String, BindingView> bindings, Map<String, OwnRoleView> roles) {}
