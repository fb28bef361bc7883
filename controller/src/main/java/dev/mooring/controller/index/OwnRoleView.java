package dev.mooring.controller.index;

import io.fabric8.kubernetes.api.model.rbac.Role;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a Role of ours, by which people read their own project or department.
 *
 * @param namespace where it is
 * @param name its name
 * @param object what it lets people read; null if it says anything else
 * @param resourceVersion which state of it this is
 */
public record OwnRoleView(
        String namespace, String name, @Nullable ReadObject object, String resourceVersion) {
    /** Returns what is kept of {@code role}, or null if it is not ours. */
    public static @Nullable OwnRoleView of(Role role) {
        return BindingView.isOurs(role)
                ? new OwnRoleView(
                        role.getMetadata().getNamespace(),
                        role.getMetadata().getName(),
                        ReadObject.in(role),
                        role.getMetadata().getResourceVersion())
                : null;
    }
}
