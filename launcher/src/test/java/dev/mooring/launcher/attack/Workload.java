package dev.mooring.launcher.attack;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;

/** The kinds of workloads that Kubernetes has. */
enum Workload {
    DEPLOYMENT,
    STATEFUL_SET,
    DAEMON_SET,
    REPLICA_SET,
    JOB,
    CRON_JOB;

    private static final LabelSelector READER =
            new LabelSelectorBuilder().addToMatchLabels("app", "reader").build();

    /** Returns one whose pods are like this one, in its namespace and under its name. */
    HasMetadata of(PodBuilder pod) {
        var always = Pods.template(pod, "Always");
        var never = Pods.template(pod, "Never");
        HasMetadata made = switch (this) {
            case DEPLOYMENT ->
                new DeploymentBuilder()
                        .withNewSpec()
                        .withSelector(READER)
                        .withTemplate(always)
                        .endSpec()
                        .build();
            case STATEFUL_SET ->
                new StatefulSetBuilder()
                        .withNewSpec()
                        .withServiceName("reader")
                        .withSelector(READER)
                        .withTemplate(always)
                        .endSpec()
                        .build();
            case DAEMON_SET ->
                new DaemonSetBuilder()
                        .withNewSpec()
                        .withSelector(READER)
                        .withTemplate(always)
                        .endSpec()
                        .build();
            case REPLICA_SET ->
                new ReplicaSetBuilder()
                        .withNewSpec()
                        .withSelector(READER)
                        .withTemplate(always)
                        .endSpec()
                        .build();
            case JOB ->
                new JobBuilder().withNewSpec().withTemplate(never).endSpec().build();
            case CRON_JOB ->
                new CronJobBuilder()
                        .withNewSpec()
                        .withSchedule("0 3 * * *")
                        .withNewJobTemplate()
                        .withNewSpec()
                        .withTemplate(never)
                        .endSpec()
                        .endJobTemplate()
                        .endSpec()
                        .build();
        };
        made.setMetadata(World.meta(
                pod.buildMetadata().getNamespace(), pod.buildMetadata().getName()));
        return made;
    }
}
