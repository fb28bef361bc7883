package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.model.Department;
import dev.mooring.model.NamespaceIdentity;
import dev.mooring.model.Project;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What becomes of namespaces, on a real API server. Each test has departments and projects of its own. */
@WithCluster
class ScopesIT extends InstalledIT {
    ScopesIT(TestCluster cluster) {
        super(cluster, "shared");
    }

    @Test
    void aDepartmentGetsANamespaceThatSaysWhoseItIs() {
        var department = mooring.readyDepartment("made");

        assertThat(ours("department-made"))
                .isEqualTo(Map.of(
                        "mooring.dev/scope", "department",
                        "mooring.dev/department", "made",
                        "mooring.dev/holder", department.getMetadata().getUid()));
        assertThat(namespaceOf(department)).isEqualTo(identity("department-made"));
    }

    @Test
    void aDepartmentKnowsHowManyProjectsItHas() {
        var department = mooring.readyDepartment("counts");
        mooring.readyProject("counts", "counts-one");
        mooring.readyProject("counts", "counts-two");

        mooring.eventually(() -> projects(department) == 2);
    }

    @Test
    void aDepartmentDoesNotCountProjectsThatWereRefused() {
        var department = mooring.readyDepartment("counts-own");
        mooring.makeNamespace("counts-foreign");
        mooring.awaitReason(mooring.project("department-counts-own", "counts-foreign"), "NamespaceNotAdopted");
        mooring.readyProject("counts-own", "counts-mine");

        mooring.eventually(() -> projects(department) == 1);
        mooring.always(() -> projects(department) == 1);
    }

    @Test
    void aDepartmentTakesTheNamespaceThatItNamesAndThatIsOfferedToIt() {
        mooring.makeNamespace("old-labs");
        mooring.adopt("old-labs", "labs");
        var department = mooring.department("labs", "old-labs");

        mooring.awaitReason(department, "NamespaceReady");
        assertThat(ours("old-labs")).containsEntry("mooring.dev/department", "labs");
    }

    @Test
    void aDepartmentDoesNotTakeMooringsOwnNamespace() {
        mooring.adopt("mooring-system", "thief");

        assertThatThrownBy(() -> mooring.department("thief", "mooring-system"))
                .hasMessageContaining("would take namespace \"mooring-system\", which is reserved");
        assertThat(ours("mooring-system")).isEmpty();
    }

    @Test
    void aDepartmentOutsideTheClusterScopeGetsNothing() {
        var department = new Department();
        department.setMetadata(new io.fabric8.kubernetes.api.model.ObjectMetaBuilder()
                .withNamespace("default")
                .withName("stray")
                .build());
        admin.resource(department).create();

        mooring.awaitReason(department, "NotInClusterScope");
        assertThat(mooring.namespace("department-stray")).isNull();
    }

    @Test
    void aProjectGetsANamespaceOfItsNameAndItsUidAsIdentity() {
        var project = mooring.readyProject("shared", "made-project");

        assertThat(ours("made-project"))
                .isEqualTo(Map.of(
                        "mooring.dev/scope", "project",
                        "mooring.dev/department", "shared",
                        "mooring.dev/project", "made-project",
                        "mooring.dev/holder", project.getMetadata().getUid()));
        assertThat(namespaceOf(project)).isEqualTo(identity("made-project"));
    }

    @Test
    void aProjectDoesNotTakeANamespaceThatNobodyOffersUntilSomebodyDoes() {
        mooring.makeNamespace("somebodys");
        var project = mooring.project("department-shared", "somebodys");

        mooring.awaitReason(project, "NamespaceNotAdopted");
        assertThat(ours("somebodys")).isEmpty();

        mooring.adopt("somebodys", "shared/somebodys");
        mooring.awaitReason(project, "NamespaceReady");
    }

    @Test
    void aProjectOutsideADepartmentGetsNothing() {
        mooring.makeNamespace("nowhere");
        var project = mooring.project("nowhere", "homeless");

        mooring.awaitReason(project, "NotInADepartment");
        assertThat(mooring.namespace("homeless")).isNull();
    }

    @Test
    void aProjectThatIsDeletedLeavesItsNamespaceAndDataAndTakesItsLabels() {
        var project = mooring.readyProject("shared", "passing");
        var claim = mooring.boundClaim("passing");
        admin.resource(project).delete();

        mooring.eventually(() -> mooring.isGone(project));
        assertThat(ours("passing")).isEmpty();
        assertThat(mooring.fresh(claim).isMarkedForDeletion()).isFalse();
    }

    @Test
    void aProjectThatIsMadeAgainGetsItsNamespaceOnlyIfThatIsOffered() {
        var project = mooring.readyProject("shared", "again");
        admin.resource(project).delete();
        mooring.eventually(() -> mooring.isGone(project));
        var second = mooring.project("department-shared", "again");

        mooring.awaitReason(second, "NamespaceNotAdopted");
    }

    @Test
    void aProjectMovesToAnotherDepartmentWhenTheFirstIsGoneAndTheNamespaceIsOffered() {
        var uid = mooring.readyProject("shared", "moving").getMetadata().getUid();
        var first = admin.resources(Project.class)
                .inNamespace("department-shared")
                .withName("moving")
                .get();
        var identity = identity("moving");
        mooring.readyDepartment("target");
        mooring.adopt("moving", "target/moving");
        var second = mooring.project("department-target", "moving");

        mooring.awaitReason(second, "NamespaceTaken");
        assertThat(ours("moving")).containsEntry("mooring.dev/holder", uid);

        admin.resource(first).delete();
        mooring.awaitReason(second, "NamespaceReady");
        assertThat(ours("moving")).containsEntry("mooring.dev/department", "target");
        assertThat(namespaceOf(second)).isEqualTo(identity);
    }

    @Test
    void aNamespaceThatWasMadeAgainIsAnotherIdentityAndWaitsToBeOffered() {
        var project = mooring.readyProject("shared", "replaced");
        var first = mooring.namespace("replaced");
        admin.resource(first).delete();
        mooring.awaitReason(project, "NamespaceGone");
        mooring.makeNamespace("replaced");

        mooring.awaitReason(project, "NamespaceReplaced");
        assertThat(ours("replaced")).isEmpty();
        assertThat(namespaceOf(project).uid()).isEqualTo(first.getMetadata().getUid());

        mooring.adopt("replaced", "shared/replaced");
        mooring.awaitReason(project, "NamespaceReady");
        assertThat(namespaceOf(project)).isEqualTo(identity("replaced"));
    }

    @Test
    void labelsThatSomebodyTakesOffComeBack() {
        mooring.readyProject("shared", "stripped");
        mooring.account().namespaces().withName("stripped").edit(namespace -> {
            namespace.getMetadata().getLabels().remove("mooring.dev/project");
            return namespace;
        });

        mooring.eventually(() -> ours("stripped").containsKey("mooring.dev/project"));
    }

    @Test
    void aDepartmentThatIsDeletedTakesTheIdentityOfItsProjectsUntilThereIsOneAgain() {
        var department = mooring.readyDepartment("orphaning");
        var project = mooring.readyProject("orphaning", "orphan");
        var claim = mooring.boundClaim("orphan");

        admin.resource(department).delete();

        mooring.eventually(() -> mooring.isGone(department));
        mooring.awaitReason(project, "NotInADepartment");
        assertThat(namespaceOf(project).name()).isEqualTo("none");
        assertThat(ours("department-orphaning")).isEmpty();
        assertThat(mooring.fresh(claim).isMarkedForDeletion()).isFalse();

        mooring.adopt("department-orphaning", "orphaning");
        mooring.department("orphaning", null);
        mooring.awaitReason(project, "NamespaceReady");
    }

    @Test
    void aDepartmentsNamespaceCanBeDeletedWithTheProjectsInIt() {
        mooring.readyDepartment("closing");
        var project = mooring.readyProject("closing", "closing-project");
        var namespace = mooring.namespace("department-closing");
        admin.resource(namespace).delete();

        mooring.eventually(() -> mooring.isGone(namespace));
        assertThat(mooring.isGone(project)).isTrue();
        assertThat(ours("closing-project")).isEmpty();
    }

    private Map<String, String> ours(String namespace) {
        return mooring.namespace(namespace).getMetadata().getLabels().entrySet().stream()
                .filter(label -> label.getKey().startsWith("mooring.dev/"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private NamespaceIdentity identity(String namespace) {
        return new NamespaceIdentity(
                namespace, mooring.namespace(namespace).getMetadata().getUid());
    }

    private NamespaceIdentity namespaceOf(Project project) {
        var status = mooring.fresh(project).getStatus();
        return status == null || status.namespace() == null ? new NamespaceIdentity("none", "") : status.namespace();
    }

    private NamespaceIdentity namespaceOf(Department department) {
        var status = mooring.fresh(department).getStatus();
        return status == null || status.namespace() == null ? new NamespaceIdentity("none", "") : status.namespace();
    }

    private int projects(Department department) {
        var status = mooring.fresh(department).getStatus();
        return status == null || status.projects() == null ? 0 : status.projects();
    }
}
