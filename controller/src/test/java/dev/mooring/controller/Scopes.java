package dev.mooring.controller;

import dev.mooring.model.Department;
import dev.mooring.model.DepartmentSpec;
import dev.mooring.model.Project;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import org.jspecify.annotations.Nullable;

/** Makes departments, projects and their namespaces as administrators do. */
interface Scopes extends Waiting {
    /** The namespace of the cluster scope. */
    String CLUSTER_SCOPE = "mooring-cluster";

    /** Makes a department and waits until it is ready. */
    default Department readyDepartment(String name) {
        var department = department(name, null);
        awaitReason(department, "NamespaceReady");
        return department;
    }

    default Department department(String name, @Nullable String namespace) {
        var department = new Department();
        department.setMetadata(Unmade.metadata(CLUSTER_SCOPE, name));
        department.setSpec(new DepartmentSpec(null, namespace));
        return admin().resource(department).create();
    }

    /** Makes a project and waits until it is ready. */
    default Project readyProject(String department, String name) {
        var project = project("department-" + department, name);
        awaitReason(project, "NamespaceReady");
        return project;
    }

    default Project project(String namespace, String name) {
        var project = new Project();
        project.setMetadata(Unmade.metadata(namespace, name));
        return admin().resource(project).create();
    }

    /** Returns the project of that department and name. */
    default Project findProject(String department, String name) {
        return admin().resources(Project.class)
                .inNamespace("department-" + department)
                .withName(name)
                .get();
    }

    /** Moves a project as its administrator does: offer the namespace, make the project there, delete it here. */
    default void move(Project before, String department) {
        var name = before.getMetadata().getName();
        adopt(name, department + "/" + name);
        var after = project("department-" + department, name);
        awaitReason(after, "NamespaceTaken");
        admin().resource(before).delete();
        awaitReason(after, "NamespaceReady");
    }

    default void adopt(String namespace, String value) {
        admin().namespaces().withName(namespace).edit(found -> {
            found.getMetadata().getAnnotations().put("mooring.dev/adopt", value);
            return found;
        });
    }

    default Namespace makeNamespace(String name) {
        var namespace = new Namespace();
        namespace.setMetadata(new ObjectMetaBuilder().withName(name).build());
        return admin().resource(namespace).create();
    }

    default Namespace namespace(String name) {
        return admin().namespaces().withName(name).get();
    }
}
