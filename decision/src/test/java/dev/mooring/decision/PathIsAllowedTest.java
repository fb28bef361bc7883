package dev.mooring.decision;

import static dev.mooring.decision.World.NLP;
import static dev.mooring.decision.World.asking;
import static dev.mooring.decision.World.denied;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathIsAllowedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/proc",
                "/proc/1",
                "/sys",
                "/sys/fs",
                "/dev",
                "/dev/shm",
                "/var",
                "/var/run",
                "/run",
                "/run/secrets",
                "/var/run/secrets/kubernetes.io/serviceaccount",
                "/var/run/secrets/kubernetes.io/serviceaccount/token",
                "/run/secrets/kubernetes.io/serviceaccount"
            })
    void deniesWhatContainersNeed(String path) {
        assertThat(NLP.mutate(asking("imagenet:" + path)))
                .isEqualTo(denied(
                        DenyReason.FORBIDDEN_PATH,
                        "\"imagenet:" + path + "\" (column 1 of mooring.dev/data-volumes) would be mounted at \"" + path
                                + "\", over what the container needs to run; choose another path, such as"
                                + " \"/data/imagenet\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/processed", "/devices", "/system", "/var/data", "/run/data", "/var/run/secrets/mine"})
    void allowsTheirNeighbours(String path) {
        assertThat(NLP.mutate(asking("imagenet:" + path))).isInstanceOf(Decision.Plan.class);
    }
}
