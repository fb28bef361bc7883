package dev.mooring.informers;

import dev.mooring.model.Project;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a project.
 *
 * @param departmentNamespace the namespace that it lives in, its department's
 * @param name its name, and that of its own namespace
 * @param uid the UID of the object; its identity is {@code namespaceUid}
 * @param namespaceUid the UID of its own namespace; null until the controller has made or adopted that
 * @param deleting whether it is being deleted and so is in force no more
 */
public record ProjectView(
        String departmentNamespace,
        String name,
        String uid,
        @Nullable String namespaceUid,
        boolean deleting) {

    /** Returns what is kept of {@code project}. */
    public static ProjectView of(Project project) {
        var name = Metadata.repeated(project.getMetadata().getName(), "metadata.name");
        return new ProjectView(
                Metadata.namespace(project),
                name,
                Metadata.uid(project),
                namespaceUid(project, name),
                Metadata.isDeleting(project));
    }

    private static @Nullable String namespaceUid(Project project, String name) {
        var status = project.getStatus();
        var namespace = status == null ? null : status.namespace();
        return namespace == null || !name.equals(namespace.name()) || namespace.uid() == null
                ? null
                : namespace.uid().intern();
    }
}
