package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A project or department that takes what belongs to somebody else. Who makes projects may do so in one department only. */
@Attack(line = 33)
class Line33ForeignProjectsIT {
    private final Site site;
    private final Scene scene;
    private final World world;

    Line33ForeignProjectsIT(Site site) {
        this.site = site;
        scene = site.scene();
        world = site.world();
    }

    @Test
    void aNamespaceThatBelongsToNobodyIsNotTakenUnasked(Attempt attempt) {
        String namespace = world.namespace("payroll");
        var taker = create(namespace);

        waitsFor(taker, "NamespaceNotAdopted");
        attempt.staysWithoutEffect(
                "the project waits and the namespace is no project's",
                () -> assertThat(labels(namespace)).doesNotContainKey("mooring.dev/project"));
    }

    @Test
    void aProjectIsNotMovedByWhoMayWriteOneDepartmentOnly(Attempt attempt) {
        var before = labels(scene.robotics());
        var taker = create(scene.robotics());

        waitsFor(taker, "NamespaceTaken");
        attempt.staysWithoutEffect(
                "the second project waits and the namespace stays where it is",
                () -> assertThat(labels(scene.robotics())).isEqualTo(before));
        site.admin().resource(taker).delete();
    }

    @Test
    void aDepartmentDoesNotTakeAProjectsNamespace(Attempt attempt) {
        isNotTakenByADepartment(attempt, scene.robotics());
    }

    @Test
    void aDepartmentDoesNotTakeAnotherDepartmentsNamespace(Attempt attempt) {
        isNotTakenByADepartment(attempt, "department-" + scene.department());
    }

    private void isNotTakenByADepartment(Attempt attempt, String namespace) {
        var before = labels(namespace);
        var taker = site.admin()
                .resource(world.newDepartment(world.fresh("taker"), namespace))
                .create();

        waitsFor(taker, "NamespaceTaken");
        attempt.staysWithoutEffect(
                "the department waits and the namespace stays whose it was",
                () -> assertThat(labels(namespace)).isEqualTo(before));
        site.admin().resource(taker).delete();
    }

    @Test
    void theAnnotationThatGivesANamespaceAwayIsForWhoMayWriteIt(Attempt attempt) {
        attempt.refusedByRbac(() -> world.departmentHead(scene.otherDepartment())
                .namespaces()
                .withName(scene.robotics())
                .patch(
                        Merge.PATCH,
                        Merge.metadata(
                                "annotations", "mooring.dev/adopt", scene.otherDepartment() + "/" + scene.robotics())));
    }

    @Test
    void aProjectOfAnotherDepartmentIsNotWritten(Attempt attempt) {
        attempt.refusedByRbac(() -> world.departmentHead(scene.otherDepartment())
                .resource(world.newProject(scene.department(), world.fresh("intruder")))
                .create());
    }

    private HasMetadata create(String name) {
        return world.departmentHead(scene.otherDepartment())
                .resource(world.newProject(scene.otherDepartment(), name))
                .create();
    }

    private void waitsFor(HasMetadata taker, String reason) {
        world.eventually(
                () -> assertThat(world.conditions(taker)).anyMatch(condition -> reason.equals(condition.getReason())));
    }

    private Map<String, String> labels(String namespace) {
        Namespace found = site.admin().namespaces().withName(namespace).get();
        return found.getMetadata().getLabels();
    }
}
