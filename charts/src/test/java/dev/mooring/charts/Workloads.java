package dev.mooring.charts;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import java.util.Map;

/** A pod, and every built-in kind that makes pods, from one template. */
record Workloads(String namespace, PodTemplateSpec template) {
    private static final Map<String, String> LABELS = Map.of("app", "test");

    /** A template that asks for nothing. */
    static PodTemplateSpec plain() {
        return new PodTemplateSpecBuilder()
                .withNewMetadata()
                .withLabels(LABELS)
                .endMetadata()
                .withNewSpec()
                .withRestartPolicy("Always")
                .addNewContainer()
                .withName("main")
                .withImage("example.org/none")
                .endContainer()
                .endSpec()
                .build();
    }

    static PodTemplateSpec annotated(String key) {
        return new PodTemplateSpecBuilder(plain())
                .editMetadata()
                .addToAnnotations(key, "imagenet")
                .endMetadata()
                .build();
    }

    static PodTemplateSpec mounting(String claim) {
        return new PodTemplateSpecBuilder(plain())
                .editSpec()
                .addNewVolume()
                .withName("scratch")
                .withNewEmptyDir()
                .endEmptyDir()
                .endVolume()
                .addNewVolume()
                .withName("data")
                .withNewPersistentVolumeClaim(claim, true)
                .endVolume()
                .endSpec()
                .build();
    }

    /** A template with a volume, whatever the name of it is. */
    static PodTemplateSpec naming(Volume volume) {
        return new PodTemplateSpecBuilder(plain())
                .editSpec()
                .addToVolumes(new VolumeBuilder(volume).withName("data").build())
                .endSpec()
                .build();
    }

    List<HasMetadata> all() {
        return List.of(pod(), deployment(), statefulSet(), daemonSet(), replicaSet(), job(), cronJob());
    }

    Pod pod() {
        return new PodBuilder()
                .withMetadata(new ObjectMetaBuilder(template.getMetadata())
                        .withName("test")
                        .withNamespace(namespace)
                        .build())
                .withSpec(template.getSpec())
                .build();
    }

    Deployment deployment() {
        return new DeploymentBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withNewSelector()
                .withMatchLabels(LABELS)
                .endSelector()
                .withTemplate(template)
                .endSpec()
                .build();
    }

    private HasMetadata statefulSet() {
        return new StatefulSetBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withNewSelector()
                .withMatchLabels(LABELS)
                .endSelector()
                .withTemplate(template)
                .endSpec()
                .build();
    }

    private HasMetadata daemonSet() {
        return new DaemonSetBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withNewSelector()
                .withMatchLabels(LABELS)
                .endSelector()
                .withTemplate(template)
                .endSpec()
                .build();
    }

    private HasMetadata replicaSet() {
        return new ReplicaSetBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withNewSelector()
                .withMatchLabels(LABELS)
                .endSelector()
                .withTemplate(template)
                .endSpec()
                .build();
    }

    private HasMetadata job() {
        return new JobBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withTemplate(onceOnly())
                .endSpec()
                .build();
    }

    private HasMetadata cronJob() {
        return new CronJobBuilder()
                .withMetadata(metadata())
                .withNewSpec()
                .withSchedule("0 0 1 1 *")
                .withNewJobTemplate()
                .withNewSpec()
                .withTemplate(onceOnly())
                .endSpec()
                .endJobTemplate()
                .endSpec()
                .build();
    }

    private PodTemplateSpec onceOnly() {
        return new PodTemplateSpecBuilder(template)
                .editSpec()
                .withRestartPolicy("Never")
                .endSpec()
                .build();
    }

    private ObjectMeta metadata() {
        return new ObjectMetaBuilder().withName("test").withNamespace(namespace).build();
    }
}
