package dev.mooring.decision;

import static dev.mooring.decision.World.NLP;
import static dev.mooring.decision.World.denied;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.decision.Decision.Allow;
import dev.mooring.decision.Decision.Plan;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerChoiceTest {

    @ParameterizedTest
    @ValueSource(strings = {"main,fetch", " fetch ,\n main", "main, fetch, main"})
    void isWhatTheAnnotationNames(String containers) {
        assertThat(mounting(NLP.mutated(naming(containers)))).containsExactlyInAnyOrder("main", "fetch");
    }

    @Test
    void leavesEphemeralContainersOut() {
        ObjectNode pod = Json.read(World.asking("imagenet"));
        pod.withArray("/spec/ephemeralContainers").addObject().put("name", "debug");

        assertThat(NLP.mutated(pod).at("/spec/ephemeralContainers/0").has("volumeMounts"))
                .isFalse();
    }

    @Test
    void isDeniedWithANameThatThePodDoesNotHave() {
        assertThat(NLP.mutate(naming("main, Main")))
                .isEqualTo(denied(
                        DenyReason.UNKNOWN_CONTAINER,
                        "mooring.dev/containers, column 7: there is no container \"Main\";"
                                + " there are: \"fetch\", \"main\", \"log\""));
    }

    @Test
    void isDeniedWithAnEmptyItem() {
        assertThat(NLP.mutate(naming("main,,log")))
                .isEqualTo(denied(
                        DenyReason.UNREADABLE_REFERENCE,
                        "mooring.dev/containers, column 6: an item of the list is empty;"
                                + " write names of containers, separated by commas"));
    }

    @Test
    void warnsOfContainersThatLackWhatAnotherMountsByHand() {
        assertThat(NLP.mutate(mountedByHand("")))
                .isInstanceOfSatisfying(
                        Plan.class,
                        plan -> assertThat(plan.warnings())
                                .containsExactly("vision/imagenet is mounted by hand; other containers lack it:"
                                        + " name them in mooring.dev/containers"));
    }

    @Test
    void addsToContainersThatAreNamedWhatAnotherMountsByHand() {
        var decision = NLP.mutate(mountedByHand(", 'mooring.dev/containers': 'main, log'"));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Plan.class, plan -> assertThat(plan.warnings()).isEmpty());
        assertThat(mounting(NLP.mutated(mountedByHand(", 'mooring.dev/containers': 'main, log'"))))
                .containsExactly("main", "log");
    }

    @Test
    void isNoMatterForAWarningWhereOthersCameLater() {
        ObjectNode pod = NLP.mutated(World.asking("imagenet"));
        pod.withArray("/spec/containers").addObject().put("name", "injected");

        assertThat(NLP.mutate(pod))
                .isInstanceOfSatisfying(
                        Allow.class, allow -> assertThat(allow.warnings()).isEmpty());
    }

    private static String mountedByHand(String more) {
        return """
                {metadata: {name: 'train', annotations: {'mooring.dev/data-volumes': 'imagenet'%s}},
                 spec: {containers: [{name: 'main', volumeMounts: [{name: 'mine', mountPath: '/data/imagenet'}]},
                                     {name: 'log'}],
                        volumes: [{name: 'mine', persistentVolumeClaim: {claimName: 'dv.vision.imagenet'}}]}}
                """.formatted(more);
    }

    private static String naming(String containers) {
        return """
                {metadata: {name: 'train',
                            annotations: {'mooring.dev/data-volumes': 'imagenet', 'mooring.dev/containers': '%s'}},
                 spec: {initContainers: [{name: 'fetch'}], containers: [{name: 'main'}, {name: 'log'}]}}
                """.formatted(containers.replace("\n", "\\n"));
    }

    private static List<String> mounting(ObjectNode pod) {
        return Stream.of("initContainers", "containers")
                .flatMap(array ->
                        StreamSupport.stream(pod.at("/spec").path(array).spliterator(), false))
                .filter(container -> container.path("volumeMounts").size() == 1)
                .map((JsonNode container) -> container.path("name").asText())
                .toList();
    }
}
