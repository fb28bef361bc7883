package dev.mooring.webhook;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import java.util.function.Function;

/** A kind of workload that Kubernetes has; {@code make} writes one whose pods ask by annotation. */
record Workload(String kind, Function<String, HasMetadata> make) {
    private static final LabelSelector READER =
            new LabelSelectorBuilder().addToMatchLabels("app", "reader").build();

    static final Workload DEPLOYMENT = new Workload(
            "Deployment",
            references -> new DeploymentBuilder()
                    .withNewSpec()
                    .withSelector(READER)
                    .withTemplate(Pods.template(references, "Always"))
                    .endSpec()
                    .build());

    static final Workload STATEFUL_SET = new Workload(
            "StatefulSet",
            references -> new StatefulSetBuilder()
                    .withNewSpec()
                    .withServiceName("reader")
                    .withSelector(READER)
                    .withTemplate(Pods.template(references, "Always"))
                    .endSpec()
                    .build());

    static final Workload DAEMON_SET = new Workload(
            "DaemonSet",
            references -> new DaemonSetBuilder()
                    .withNewSpec()
                    .withSelector(READER)
                    .withTemplate(Pods.template(references, "Always"))
                    .endSpec()
                    .build());

    static final Workload REPLICA_SET = new Workload(
            "ReplicaSet",
            references -> new ReplicaSetBuilder()
                    .withNewSpec()
                    .withSelector(READER)
                    .withTemplate(Pods.template(references, "Always"))
                    .endSpec()
                    .build());

    static final Workload JOB = new Workload(
            "Job",
            references -> new JobBuilder()
                    .withNewSpec()
                    .withTemplate(Pods.template(references, "Never"))
                    .endSpec()
                    .build());

    static final Workload CRON_JOB = new Workload(
            "CronJob",
            references -> new CronJobBuilder()
                    .withNewSpec()
                    .withSchedule("0 3 * * *")
                    .withNewJobTemplate()
                    .withNewSpec()
                    .withTemplate(Pods.template(references, "Never"))
                    .endSpec()
                    .endJobTemplate()
                    .endSpec()
                    .build());

    /** All of them. */
    static final List<Workload> ALL = List.of(DEPLOYMENT, STATEFUL_SET, DAEMON_SET, REPLICA_SET, JOB, CRON_JOB);

    /** Returns one that is called reader. */
    HasMetadata asking(String namespace, String references) {
        HasMetadata made = make.apply(references);
        made.setMetadata(new ObjectMetaBuilder()
                .withNamespace(namespace)
                .withName("reader")
                .build());
        return made;
    }

    @Override
    public String toString() {
        return kind;
    }
}
