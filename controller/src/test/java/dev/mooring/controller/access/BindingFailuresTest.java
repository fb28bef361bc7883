package dev.mooring.controller.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BindingFailuresTest {
    private static final Given VIEWER = new Given(Given.Sort.ROLE, "viewer");
    private static final String GROUP = VIEWER.bindingName(1);
    private static final RefusedBinding SECOND = refused("vision", VIEWER.bindingName(2));

    private final BindingFailures failures = new BindingFailures();
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void listen() {
        failures.listen(told::add);
    }

    @Test
    void knowsWhichOfTheBindingsTheApiServerRefused() {
        failures.refused(GROUP, SECOND);

        assertThat(failures.of("vision", VIEWER)).contains(SECOND);
        assertThat(failures.of("speech", VIEWER)).isEmpty();
        assertThat(failures.of("vision", new Given(Given.Sort.ABOVE, "viewer"))).isEmpty();
    }

    @Test
    void forgetsWhatSucceeds() {
        failures.refused(GROUP, SECOND);
        failures.succeeded("vision", GROUP);

        assertThat(failures.of("vision", VIEWER)).isEmpty();
    }

    @Test
    void forgetsWhatIsNotTriedAnyMoreThoughSomethingElseIsRefusedAgain() {
        var other = new Given(Given.Sort.ROLE, "editor");
        for (int round = 0; round < 2; round++) {
            failures.tryAgain("vision");
            failures.refused(other.bindingName(1), refused("vision", other.bindingName(1)));
            if (round == 0) {
                failures.refused(GROUP, SECOND);
            }
        }
        failures.tryAgain("vision");

        assertThat(failures.of("vision", VIEWER)).isEmpty();
        assertThat(failures.of("vision", other)).isPresent();
    }

    @Test
    void aTryInOneNamespaceForgetsNothingOfAnother() {
        failures.refused(GROUP, refused("speech", GROUP));
        failures.tryAgain("vision");
        failures.tryAgain("vision");

        assertThat(failures.of("speech", VIEWER)).isPresent();
    }

    @Test
    void forgetsANamespaceInWhichNothingIsLeftToDo() {
        failures.refused(GROUP, SECOND);
        failures.refused(GROUP, refused("speech", GROUP));
        failures.settled("vision");

        assertThat(failures.of("vision", VIEWER)).isEmpty();
        assertThat(failures.of("speech", VIEWER)).isPresent();
    }

    @Test
    void tellsNewsOnly() {
        failures.succeeded("vision", GROUP);
        failures.settled("vision");
        failures.tryAgain("vision");
        assertThat(told).isEmpty();

        failures.refused(GROUP, SECOND);
        failures.tryAgain("vision");
        failures.refused(GROUP, SECOND);
        assertThat(told).containsExactly("vision");

        failures.settled("vision");
        assertThat(told).containsExactly("vision", "vision");
    }

    private static RefusedBinding refused(String namespace, String name) {
        return new RefusedBinding("RoleBinding", namespace, name, "exceeded quota");
    }
}
