package dev.mooring.informers;

/** Finds projects by their department's namespace. */
final class ProjectsByDepartment extends Index<String, ProjectView> {
    ProjectsByDepartment() {
        super(ProjectView::departmentNamespace);
    }
}
