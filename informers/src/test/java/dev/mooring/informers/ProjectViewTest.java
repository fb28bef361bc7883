package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mooring.model.NamespaceIdentity;
import dev.mooring.model.Project;
import dev.mooring.model.ProjectStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProjectViewTest {
    @Test
    void keepsWhereItLivesAndWhichNamespaceIsIts() {
        assertThat(ProjectView.of(project(new NamespaceIdentity("vision", "u1"))))
                .isEqualTo(new ProjectView("department-research", "vision", "uid-of-vision", "u1", false));
    }

    @Test
    void hasNoNamespaceWithoutAStatus() {
        assertThat(ProjectView.of(Objects.project("department-research", "vision"))
                        .namespaceUid())
                .isNull();
    }

    @Test
    void hasNoNamespaceUntilTheStatusNamesOne() {
        assertThat(ProjectView.of(project(null)).namespaceUid()).isNull();
    }

    @Test
    void hasNoNamespaceOfAnotherName() {
        assertThat(ProjectView.of(project(new NamespaceIdentity("nlp", "u1"))).namespaceUid())
                .isNull();
    }

    @Test
    void hasNoNamespaceWithoutAUid() {
        assertThat(ProjectView.of(read("name: vision, uid: u0", ", status: {namespace: {name: vision}}"))
                        .namespaceUid())
                .isNull();
    }

    @Test
    void seesThatItIsBeingDeleted() {
        var project = project(null);
        project.getMetadata().setDeletionTimestamp(Objects.DELETED);

        assertThat(ProjectView.of(project).deleting()).isTrue();
    }

    @Test
    void cannotBeReadWithoutAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProjectView.of(read("uid: u0", "")))
                .withMessage("\"metadata.name\" is missing");
    }

    @Test
    void cannotBeReadWithoutAUid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProjectView.of(read("name: vision", "")))
                .withMessage("\"metadata.uid\" is missing");
    }

    private static Project read(String metadata, String more) {
        return Objects.read(
                Project.class, "--- {metadata: {namespace: department-research, " + metadata + "}" + more + "}");
    }

    private static Project project(@Nullable NamespaceIdentity namespace) {
        var project = Objects.project("department-research", "vision");
        project.setStatus(new ProjectStatus(namespace, List.of()));
        return project;
    }
}
