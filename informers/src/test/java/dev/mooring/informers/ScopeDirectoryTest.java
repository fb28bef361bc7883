package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.ShareFacts.Target;
import dev.mooring.model.NamespaceIdentity;
import dev.mooring.model.ScopeKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScopeDirectoryTest {
    private static final Target UNKNOWN = new Target.Unknown();
    private static final Target NO_NAMESPACE_YET = new Target.NoNamespaceYet();

    private final World world = World.populated();

    @Test
    void findsAProjectByItsName() {
        assertThat(find(ScopeKind.PROJECT, "nlp")).isEqualTo(new Target.Found("nlp", "nlp-1"));
    }

    @Test
    void findsADepartmentByItsName() {
        assertThat(find(ScopeKind.DEPARTMENT, "research"))
                .isEqualTo(new Target.Found("department-research", "department-research-1"));
    }

    @Test
    void findsTheClusterWithoutAName() {
        assertThat(find(ScopeKind.CLUSTER, null)).isEqualTo(new Target.Found("mooring-cluster", "mooring-cluster-1"));
    }

    @Test
    void doesNotKnowAProjectThatDoesNotExist() {
        assertThat(find(ScopeKind.PROJECT, "robotics")).isEqualTo(UNKNOWN);
    }

    @Test
    void doesNotKnowADepartmentThatDoesNotExist() {
        assertThat(find(ScopeKind.DEPARTMENT, "nlp")).isEqualTo(UNKNOWN);
    }

    @Test
    void doesNotKnowAProjectWithoutAName() {
        assertThat(find(ScopeKind.PROJECT, null)).isEqualTo(UNKNOWN);
    }

    @Test
    void doesNotKnowADepartmentWithoutAName() {
        assertThat(find(ScopeKind.DEPARTMENT, null)).isEqualTo(UNKNOWN);
    }

    @Test
    void takesANamespaceForNoProject() {
        world.namespace("scratch");

        assertThat(find(ScopeKind.PROJECT, "scratch")).isEqualTo(UNKNOWN);
    }

    @Test
    void waitsForAProjectThatHasNoNamespaceYet() {
        world.put(new ProjectView("department-research", "robotics", "object", null, false));

        assertThat(find(ScopeKind.PROJECT, "robotics")).isEqualTo(NO_NAMESPACE_YET);
    }

    @Test
    void waitsForAProjectWhoseNamespaceIsNotSeenYet() {
        world.noNamespace("nlp");

        assertThat(find(ScopeKind.PROJECT, "nlp")).isEqualTo(NO_NAMESPACE_YET);
    }

    @Test
    void waitsForADepartmentThatHasNoNamespaceYet() {
        world.put(new DepartmentView(World.CLUSTER, "legal", "object", null, false));

        assertThat(find(ScopeKind.DEPARTMENT, "legal")).isEqualTo(NO_NAMESPACE_YET);
    }

    @Test
    void waitsForTheClusterWhoseNamespaceIsNotSeenYet() {
        world.noNamespace(World.CLUSTER);

        assertThat(find(ScopeKind.CLUSTER, null)).isEqualTo(NO_NAMESPACE_YET);
    }

    @Test
    void doesNotKnowAProjectThatIsBeingDeleted() {
        world.put(new ProjectView("department-research", "nlp", "object", "nlp-1", true));

        assertThat(find(ScopeKind.PROJECT, "nlp")).isEqualTo(UNKNOWN);
    }

    @Test
    void doesNotKnowADepartmentThatIsBeingDeleted() {
        var itsNamespace = new NamespaceIdentity("department-research", "department-research-1");
        world.put(new DepartmentView(World.CLUSTER, "research", "object", itsNamespace, true));

        assertThat(find(ScopeKind.DEPARTMENT, "research")).isEqualTo(UNKNOWN);
    }

    private Target find(ScopeKind kind, @Nullable String name) {
        return world.state.scope(kind, name);
    }
}
