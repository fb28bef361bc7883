package dev.mooring.decision;

import static dev.mooring.decision.World.NLP;
import static dev.mooring.decision.World.asking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.Decision.Allow;
import dev.mooring.decision.Decision.Plan;
import org.junit.jupiter.api.Test;

class PodPatchTest {
    private static final String IMAGENET = VolumeNames.of("dv.vision.imagenet");

    @Test
    void makesTheArraysThatAreAbsent() {
        assertThat(NLP.mutated(asking("imagenet"))).isEqualTo(Json.read("""
                {metadata: {name: 'train', annotations: {'mooring.dev/data-volumes': 'imagenet'}},
                 spec: {containers: [{name: 'main', volumeMounts: [
                            {name: '%1$s', mountPath: '/data/imagenet', readOnly: true, recursiveReadOnly: 'IfPossible'}]}],
                        volumes: [{name: '%1$s', persistentVolumeClaim: {claimName: 'dv.vision.imagenet', readOnly: true}}]}}
                """.formatted(IMAGENET)));
    }

    @Test
    void makesTheArraysThatAreNull() {
        assertThat(NLP.mutated("""
                        {metadata: {name: 'train', annotations: {'mooring.dev/data-volumes': 'imagenet'}},
                         spec: {containers: [{name: 'main', volumeMounts: null}], volumes: null}}
                        """)).isEqualTo(NLP.mutated(asking("imagenet")));
    }

    @Test
    void addsBehindWhatIsThere() {
        assertThat(NLP.mutated("""
                        {metadata: {name: 'train', annotations: {'mooring.dev/data-volumes': 'imagenet'}},
                         spec: {containers: [{name: 'main', volumeMounts: [{name: 'tmp', mountPath: '/tmp'}]}],
                                initContainers: [{name: 'fetch', restartPolicy: 'Always', volumeMounts: []}],
                                volumes: [{name: 'tmp', emptyDir: {}}]}}
                        """)).isEqualTo(Json.read("""
                        {metadata: {name: 'train', annotations: {'mooring.dev/data-volumes': 'imagenet'}},
                         spec: {containers: [{name: 'main', volumeMounts: [
                                    {name: 'tmp', mountPath: '/tmp'},
                                    {name: '%1$s', mountPath: '/data/imagenet', readOnly: true, recursiveReadOnly: 'IfPossible'}]}],
                                initContainers: [{name: 'fetch', restartPolicy: 'Always', volumeMounts: [
                                    {name: '%1$s', mountPath: '/data/imagenet', readOnly: true, recursiveReadOnly: 'IfPossible'}]}],
                                volumes: [
                                    {name: 'tmp', emptyDir: {}},
                                    {name: '%1$s', persistentVolumeClaim: {claimName: 'dv.vision.imagenet', readOnly: true}}]}}
                        """.formatted(IMAGENET)));
    }

    @Test
    void leavesAWritableVolumeWritable() {
        assertThat(NLP.mutated(asking("scratch:/s:rw")))
                .isEqualTo(Json.read("""
                {metadata: {name: 'train', annotations: {'mooring.dev/data-volumes': 'scratch:/s:rw'}},
                 spec: {containers: [{name: 'main', volumeMounts: [{name: '%1$s', mountPath: '/s'}]}],
                        volumes: [{name: '%1$s', persistentVolumeClaim: {claimName: 'dvrw.vision.scratch'}}]}}
                """.formatted(VolumeNames.of("dvrw.vision.scratch"))));
    }

    @Test
    void mountsTheOriginClaimItselfReadOnly() {
        assertThat(NLP.mutated(asking("notes")).at("/spec/volumes"))
                .isEqualTo(
                        Json.read("""
                {volumes: [{name: '%s', persistentVolumeClaim: {claimName: 'notes-claim', readOnly: true}}]}
                """.formatted(VolumeNames.of("notes-claim"))).at("/volumes"));
    }

    @Test
    void mountsTheOriginClaimItselfWritableWhereAsked() {
        assertThat(NLP.mutated(asking("notes:rw")).at("/spec/volumes"))
                .isEqualTo(
                        Json.read("""
                {volumes: [{name: '%s', persistentVolumeClaim: {claimName: 'notes-claim'}}]}
                """.formatted(VolumeNames.of("notes-claim"))).at("/volumes"));
    }

    @Test
    void mountsOneVolumeAtTwoPaths() {
        var pod = NLP.mutated(asking("imagenet, imagenet:/mnt/i"));

        assertThat(pod.at("/spec/volumes")).hasSize(1);
        assertThat(pod.at("/spec/containers/0/volumeMounts"))
                .isEqualTo(Json.read("""
                {mounts: [{name: '%1$s', mountPath: '/data/imagenet', readOnly: true, recursiveReadOnly: 'IfPossible'},
                          {name: '%1$s', mountPath: '/mnt/i', readOnly: true, recursiveReadOnly: 'IfPossible'}]}
                """.formatted(IMAGENET)).at("/mounts"));
    }

    @Test
    void usesTheVolumeThatSomebodyTyped() {
        assertThat(NLP.mutated("""
                        {metadata: {name: 'train', annotations: {'mooring.dev/data-volumes': 'imagenet'}},
                         spec: {containers: [{name: 'main'}],
                                volumes: [{name: 'mine', persistentVolumeClaim: {claimName: 'dv.vision.imagenet'}}]}}
                        """)).isEqualTo(Json.read("""
                        {metadata: {name: 'train', annotations: {'mooring.dev/data-volumes': 'imagenet'}},
                         spec: {containers: [{name: 'main', volumeMounts: [
                                    {name: 'mine', mountPath: '/data/imagenet', readOnly: true, recursiveReadOnly: 'IfPossible'}]}],
                                volumes: [{name: 'mine', persistentVolumeClaim: {claimName: 'dv.vision.imagenet', readOnly: true}}]}}
                        """));
    }

    @Test
    void makesWhatSomebodyTypedReadOnly() {
        assertThat(NLP.mutated("""
                        {metadata: {name: 'train'},
                         spec: {containers: [{name: 'main', volumeMounts: [
                                    {name: 'tmp', mountPath: '/tmp', readOnly: false},
                                    {name: 'mine', mountPath: '/a'},
                                    {name: 'mine', mountPath: '/b', readOnly: false, mountPropagation: 'None'},
                                    {name: 'mine', mountPath: '/c', mountPropagation: 'HostToContainer'},
                                    {name: 'mine', mountPath: '/d', readOnly: true, recursiveReadOnly: 'Disabled'}]}],
                                volumes: [{name: 'tmp', emptyDir: {}},
                                          {name: 'mine', persistentVolumeClaim: {claimName: 'dv.vision.imagenet', readOnly: false}}]}}
                        """)).isEqualTo(Json.read("""
                        {metadata: {name: 'train'},
                         spec: {containers: [{name: 'main', volumeMounts: [
                                    {name: 'tmp', mountPath: '/tmp', readOnly: false},
                                    {name: 'mine', mountPath: '/a', readOnly: true, recursiveReadOnly: 'IfPossible'},
                                    {name: 'mine', mountPath: '/b', readOnly: true, mountPropagation: 'None',
                                     recursiveReadOnly: 'IfPossible'},
                                    {name: 'mine', mountPath: '/c', mountPropagation: 'HostToContainer', readOnly: true},
                                    {name: 'mine', mountPath: '/d', readOnly: true, recursiveReadOnly: 'Disabled'}]}],
                                volumes: [{name: 'tmp', emptyDir: {}},
                                          {name: 'mine', persistentVolumeClaim: {claimName: 'dv.vision.imagenet', readOnly: true}}]}}
                        """));
    }

    @Test
    void replacesAnExplicitFalse() {
        Plan plan = (Plan) NLP.mutate("""
                {metadata: {name: 'train'},
                 spec: {containers: [{name: 'main', volumeMounts: [{name: 'mine', mountPath: '/a', readOnly: false}]}],
                        volumes: [{name: 'mine', persistentVolumeClaim: {claimName: 'dv.vision.imagenet', readOnly: false}}]}}
                """);

        assertThat(plan.operations())
                .filteredOn(operation -> operation.path().endsWith("/readOnly"))
                .extracting(PatchOperation::path)
                .containsExactly(
                        "/spec/volumes/0/persistentVolumeClaim/readOnly", "/spec/containers/0/volumeMounts/0/readOnly");
    }

    @Test
    void leavesWhatSomebodyTypedForWritingAlone() {
        assertThat(NLP.mutate("""
                        {metadata: {name: 'train'},
                         spec: {containers: [{name: 'main', volumeMounts: [{name: 'mine', mountPath: '/a'}]}],
                                volumes: [{name: 'mine', persistentVolumeClaim: {claimName: 'dvrw.vision.scratch'}}]}}
                        """)).isInstanceOf(Allow.class);
    }

    @Test
    void leavesContainersAloneThatCameLater() {
        var pod = NLP.mutated(asking("imagenet"));
        pod.withArray("/spec/containers").addObject().put("name", "injected");

        assertThat(NLP.mutate(pod)).isInstanceOf(Allow.class);
        assertThat(NLP.validate(pod)).isInstanceOf(Allow.class);
    }

    @Test
    void mountsIntoANamedContainerThatLostItsMount() {
        String pod = """
                {metadata: {name: 'train',
                            annotations: {'mooring.dev/data-volumes': 'imagenet', 'mooring.dev/containers': 'main, log'}},
                 spec: {containers: [{name: 'main'}, {name: 'log'}, {name: 'other'}]}}
                """;
        var mutated = NLP.mutated(pod);
        var broken = mutated.deepCopy();
        broken.withArray("/spec/containers/1/volumeMounts").removeAll();

        assertThat(NLP.mutated(broken)).isEqualTo(mutated);
    }
}
