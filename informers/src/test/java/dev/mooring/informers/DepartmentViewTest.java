package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.Department;
import dev.mooring.model.DepartmentStatus;
import dev.mooring.model.NamespaceIdentity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DepartmentViewTest {
    private static final NamespaceIdentity ITS_NAMESPACE = new NamespaceIdentity("department-research", "u1");

    @Test
    void keepsWhereItLivesAndWhichNamespaceIsIts() {
        assertThat(DepartmentView.of(department(ITS_NAMESPACE)))
                .isEqualTo(new DepartmentView("mooring-cluster", "research", "uid-of-research", ITS_NAMESPACE, false));
    }

    @Test
    void hasNoNamespaceWithoutAStatus() {
        assertThat(DepartmentView.of(Objects.department("mooring-cluster", "research"))
                        .scope())
                .isNull();
    }

    @Test
    void hasNoNamespaceUntilTheStatusNamesOne() {
        assertThat(DepartmentView.of(department(null)).scope()).isNull();
    }

    @Test
    void hasNoNamespaceWithoutAName() {
        assertThat(DepartmentView.of(read("uid: u1")).scope()).isNull();
    }

    @Test
    void hasNoNamespaceWithoutAUid() {
        assertThat(DepartmentView.of(read("name: department-research")).scope()).isNull();
    }

    @Test
    void seesThatItIsBeingDeleted() {
        var department = department(null);
        department.getMetadata().setDeletionTimestamp(Objects.DELETED);

        assertThat(DepartmentView.of(department).deleting()).isTrue();
    }

    private static Department read(String namespace) {
        return Objects.read(
                Department.class,
                "--- {metadata: {namespace: mooring-cluster, name: research, uid: u0}, status: {namespace: {"
                        + namespace + "}}}");
    }

    private static Department department(@Nullable NamespaceIdentity namespace) {
        var department = Objects.department("mooring-cluster", "research");
        department.setStatus(new DepartmentStatus(namespace, null, List.of()));
        return department;
    }
}
