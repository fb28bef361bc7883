package dev.mooring.informers;

import dev.mooring.model.Department;
import dev.mooring.model.DepartmentStatus;
import dev.mooring.model.NamespaceIdentity;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a department.
 *
 * @param namespace the namespace that the object lives in; only in the cluster scope's it is a department
 * @param name its name
 * @param uid the UID of the object; its identity is that of {@code scope}
 * @param scope its own namespace; null until the controller has made or adopted that
 * @param deleting whether it is being deleted and so is in force no more
 */
public record DepartmentView(
        String namespace, String name, String uid, @Nullable NamespaceIdentity scope, boolean deleting) {

    /** Returns what is kept of {@code department}. */
    public static DepartmentView of(Department department) {
        return new DepartmentView(
                Metadata.namespace(department),
                Metadata.name(department),
                Metadata.uid(department),
                scope(department.getStatus()),
                Metadata.isDeleting(department));
    }

    private static @Nullable NamespaceIdentity scope(@Nullable DepartmentStatus status) {
        var namespace = status == null ? null : status.namespace();
        return namespace == null || namespace.name() == null || namespace.uid() == null
                ? null
                : new NamespaceIdentity(
                        namespace.name().intern(), namespace.uid().intern());
    }
}
