package dev.mooring.launcher.attack;

import dev.mooring.model.Access;
import dev.mooring.model.DataVolumeReview;
import dev.mooring.model.DataVolumeReviewSpec;
import dev.mooring.model.ScopeKind;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.Map;

/**
 * One object of each kind that the tables of the roles speak of, by the kind's resource.
 *
 * @param world what makes them
 * @param department that of the projects
 * @param project where they are, but projects themselves
 * @param other a project of the same department, with which data is shared
 */
record MatrixObjects(World world, String department, String project, String other) {
    /** The name of those that are there. */
    static final String NAME = "matrix";

    private static final String QUESTIONS = "datavolumereviews";

    /** Makes them all, as the administrator; questions cannot be kept. */
    void make() {
        world.dataVolume(project, NAME);
        var unmade = named(NAME);
        unmade.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().equals(QUESTIONS) && !entry.getKey().equals("datavolumes"))
                .filter(entry -> !entry.getKey().equals("projects"))
                .forEach(entry -> world.admin().resource(entry.getValue()).create());
    }

    /** Returns them under a name, and makes none. */
    Map<String, HasMetadata> named(String name) {
        var pod = Pods.plain(project, name);
        return Map.ofEntries(
                Map.entry("pods", pod.build()),
                Map.entry("deployments", Workload.DEPLOYMENT.of(pod)),
                Map.entry("statefulsets", Workload.STATEFUL_SET.of(pod)),
                Map.entry("daemonsets", Workload.DAEMON_SET.of(pod)),
                Map.entry("replicasets", Workload.REPLICA_SET.of(pod)),
                Map.entry("jobs", Workload.JOB.of(pod)),
                Map.entry("cronjobs", Workload.CRON_JOB.of(pod)),
                Map.entry(
                        "services",
                        new ServiceBuilder()
                                .withMetadata(World.meta(project, name))
                                .withNewSpec()
                                .addNewPort()
                                .withPort(80)
                                .endPort()
                                .endSpec()
                                .build()),
                Map.entry(
                        "configmaps",
                        new ConfigMapBuilder()
                                .withMetadata(World.meta(project, name))
                                .build()),
                Map.entry(
                        "secrets",
                        new SecretBuilder()
                                .withMetadata(World.meta(project, name))
                                .build()),
                Map.entry("persistentvolumeclaims", Claims.plain(project, name).build()),
                Map.entry("projects", world.newProject(department, name)),
                Map.entry("datavolumes", world.newDataVolume(project, name, name + "-data")),
                Map.entry(
                        "datavolumeshares",
                        renamed(world.newShare(project, NAME, ScopeKind.PROJECT, other, Access.READ_ONLY, null), name)),
                Map.entry("accessrules", renamed(world.newRule(project, "viewer", "somebody"), name)),
                Map.entry(QUESTIONS, question(name)));
    }

    private HasMetadata question(String name) {
        var review = new DataVolumeReview();
        review.setMetadata(World.meta(project, name));
        review.setSpec(new DataVolumeReviewSpec(null, null));
        return review;
    }

    private static HasMetadata renamed(HasMetadata object, String name) {
        object.getMetadata().setName(name);
        return object;
    }
}
