package dev.mooring.controller.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BindingFailuresTest {
    private static final Given VIEWER = new Given(Given.Sort.ROLE, "viewer");
    private static final String GROUP = VIEWER.bindingName(1);
    private final KubernetesClientException quota = new KubernetesClientException(
            "Failure executing: POST",
            403,
            new StatusBuilder().withCode(403).withMessage("exceeded quota").build());

    private final BindingFailures failures = new BindingFailures();
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void listen() {
        failures.listen(told::add);
    }

    @Test
    void knowsWhatTheApiServerSaid() {
        failures.failed("vision", GROUP, quota);

        assertThat(failures.of("vision", VIEWER)).contains("exceeded quota");
        assertThat(failures.of("speech", VIEWER)).isEmpty();
        assertThat(failures.of("vision", new Given(Given.Sort.ABOVE, "viewer"))).isEmpty();
    }

    @Test
    void knowsWhatFailedWithoutAnAnswer() {
        failures.failed("vision", GROUP, new IllegalStateException("no route"));

        assertThat(failures.of("vision", VIEWER)).contains("java.lang.IllegalStateException: no route");
    }

    @Test
    void forgetsWhatSucceeds() {
        failures.failed("vision", GROUP, quota);
        failures.succeeded("vision", GROUP);

        assertThat(failures.of("vision", VIEWER)).isEmpty();
    }

    @Test
    void forgetsANamespaceInWhichNothingIsLeftToDo() {
        failures.failed("vision", GROUP, quota);
        failures.failed("speech", GROUP, quota);
        failures.settled("vision");

        assertThat(failures.of("vision", VIEWER)).isEmpty();
        assertThat(failures.of("speech", VIEWER)).isPresent();
    }

    @Test
    void tellsNewsOnly() {
        failures.succeeded("vision", GROUP);
        failures.settled("vision");
        assertThat(told).isEmpty();

        failures.failed("vision", GROUP, quota);
        failures.failed("vision", GROUP, quota);
        assertThat(told).containsExactly("vision");

        failures.settled("vision");
        assertThat(told).containsExactly("vision", "vision");
    }
}
