package dev.mooring.decision;

import static dev.mooring.decision.World.NLP;
import static dev.mooring.decision.World.asking;
import static dev.mooring.decision.World.denied;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.Decision.Allow;
import dev.mooring.decision.Decision.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathsDoNotMeetTest {
    private static final String WAY_OUT = "; give one of them a path that is neither equal to nor inside the other";

    @ParameterizedTest
    @CsvSource({
        "/mnt/data,            /mnt/data",
        "/mnt/data/,           /mnt/data",
        "/mnt//./data,         /mnt/data",
        "/mnt/x/../data,       /mnt/data",
        "mnt/data,             /mnt/data",
        "/mnt/data/cache,      /mnt/data/cache",
        "/mnt,                 /mnt",
        "/,                    /",
    })
    void deniesWhatTheUserMounts(String path, String normal) {
        assertThat(NLP.mutate(mounting(path)))
                .isEqualTo(denied(
                        DenyReason.MOUNT_PATH_CONFLICT,
                        "\"imagenet:/mnt/data\" (column 1 of mooring.dev/data-volumes) would be mounted at \"/mnt/data\","
                                + " which meets \"" + normal + "\" of mount of volume \"mine\" in container \"main\""
                                + WAY_OUT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mnt/data2", "/mnt/dat", "/other/mnt/data"})
    void allowsNeighbours(String path) {
        assertThat(NLP.mutate(mounting(path))).isInstanceOf(Plan.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'imagenet, imagenet',                 imagenet,      11, /data/imagenet",
        "'imagenet:/d, laion:/d/laion',        laion:/d/laion, 14, /d/laion",
        "'imagenet:/d/i/x, laion:/d/i',        laion:/d/i,    18, /d/i",
    })
    void deniesReferencesThatMeet(String references, String second, int column, String path) {
        assertThat(NLP.mutate(asking(references))).isInstanceOfSatisfying(Decision.Deny.class, denial -> {
            assertThat(denial.reason()).isEqualTo(DenyReason.MOUNT_PATH_CONFLICT);
            assertThat(denial.message())
                    .startsWith("pod \"train\" in project \"nlp\": \"" + second + "\" (column " + column
                            + " of mooring.dev/data-volumes) would be mounted at \"" + path + "\", which meets ")
                    .contains(" of reference \"imagenet")
                    .endsWith(WAY_OUT);
        });
    }

    @Test
    void doesNotLookIntoContainersThatAreNotNamed() {
        assertThat(NLP.mutate("""
                        {metadata: {name: 'train', annotations: {'mooring.dev/data-volumes': 'imagenet:/d',
                                                                 'mooring.dev/containers': 'main'}},
                         spec: {containers: [{name: 'main'}, {name: 'log', volumeMounts: [{name: 'mine', mountPath: '/d'}]}],
                                volumes: [{name: 'mine', emptyDir: {}}]}}
                        """)).isInstanceOf(Plan.class);
    }

    @Test
    void deniesWhatOthersMountedLaterIntoTheSameContainer() {
        var pod = NLP.mutated(asking("imagenet:/d"));
        pod.withArray("/spec/containers/0/volumeMounts")
                .addObject()
                .put("name", "other")
                .put("mountPath", "/d/x");

        assertThat(NLP.validate(pod))
                .isEqualTo(denied(
                        DenyReason.MOUNT_PATH_CONFLICT,
                        "\"imagenet:/d\" (column 1 of mooring.dev/data-volumes) would be mounted at \"/d\", which meets"
                                + " \"/d/x\" of mount of volume \"other\" in container \"main\"" + WAY_OUT));
    }

    @Test
    void doesNotMindWhatOthersMountIntoContainersThatTheyInjected() {
        var pod = NLP.mutated(asking("imagenet:/d"));
        pod.withArray("/spec/containers")
                .addObject()
                .put("name", "injected")
                .putArray("volumeMounts")
                .addObject()
                .put("name", "other")
                .put("mountPath", "/d");

        assertThat(NLP.validate(pod)).isInstanceOf(Allow.class);
    }

    private static String mounting(String path) {
        return """
                {metadata: {name: 'train', annotations: {'mooring.dev/data-volumes': 'imagenet:/mnt/data'}},
                 spec: {containers: [{name: 'main', volumeMounts: [{name: 'mine', mountPath: '%s'}]}],
                        volumes: [{name: 'mine', emptyDir: {}}]}}
                """.formatted(path);
    }
}
