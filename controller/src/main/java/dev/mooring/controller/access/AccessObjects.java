package dev.mooring.controller.access;

import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.Map;

/** The bindings and Roles of ours in a namespace as they were read, by name. */
record AccessObjects(String namespace, Map<String, RoleBinding> bindings, Map<String, Role> roles) {}
