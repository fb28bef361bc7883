package dev.mooring.informers;

/** Finds projects by the namespace that is theirs, whether it is already or not. More than one may want the same. */
final class ProjectsByNamespace extends Index<String, ProjectView> {
    ProjectsByNamespace() {
        super(ProjectView::name);
    }
}
