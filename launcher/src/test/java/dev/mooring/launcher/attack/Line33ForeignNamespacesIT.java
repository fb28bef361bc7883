package dev.mooring.launcher.attack;

import dev.mooring.model.Department;
import dev.mooring.model.Project;
import org.junit.jupiter.api.Test;

/** A project or department that takes a namespace which is not for that. */
@Attack(line = 33)
@WithAndWithoutProcesses
class Line33ForeignNamespacesIT {
    private static final String GUARD = "mooring-scope-names";

    private final Site site;
    private final Scene scene;

    Line33ForeignNamespacesIT(Processes processes, Site site) {
        this.site = site;
        scene = site.scene();
        site.put(processes);
    }

    @Test
    void aProjectDoesNotTakeANamespaceOfKubernetes(Attempt attempt) {
        attempt.refusedBySchema(() -> create(project("kube-system")));
        attempt.refusedBySchema(() -> create(project("default")));
    }

    @Test
    void aDepartmentDoesNotTakeANamespaceOfKubernetes(Attempt attempt) {
        attempt.refusedBySchema(() -> create(department("kube-system")));
    }

    @Test
    void aProjectDoesNotTakeAnExemptNamespace(Attempt attempt) {
        attempt.refused(GUARD, "ReservedNamespace", () -> create(project(World.EXEMPT)), World.EXEMPT);
    }

    @Test
    void aProjectDoesNotTakeOurNamespace(Attempt attempt) {
        attempt.refused(GUARD, "ReservedNamespace", () -> create(project("mooring-system")));
    }

    @Test
    void aProjectDoesNotTakeTheClusterScope(Attempt attempt) {
        attempt.refused(GUARD, "ReservedNamespace", () -> create(project(World.CLUSTER_SCOPE)));
    }

    @Test
    void aDepartmentDoesNotTakeAnExemptNamespace(Attempt attempt) {
        attempt.refused(GUARD, "ReservedNamespace", () -> create(department(World.EXEMPT)));
    }

    @Test
    void aDepartmentDoesNotTakeOurNamespace(Attempt attempt) {
        attempt.refused(GUARD, "ReservedNamespace", () -> create(department("mooring-system")));
    }

    private void create(Project project) {
        site.world()
                .departmentHead(site.scene().otherDepartment())
                .resource(project)
                .create();
    }

    private void create(Department department) {
        site.admin().resource(department).create();
    }

    private Project project(String name) {
        return site.world().newProject(scene.otherDepartment(), name);
    }

    private Department department(String namespace) {
        return site.world().newDepartment(site.world().fresh("taker"), namespace);
    }
}
