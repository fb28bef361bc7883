package dev.mooring.launcher.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mooring.launcher.revocation.Crew.Failure;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CrewTest {
    private final IOException cause = new IOException("for a test");
    private final Crew.Work dying = () -> {
        throw cause;
    };
    private final Crew crew = new Crew();

    @Test
    void aThreadThatDiesIsAFailure() {
        crew.start("lane 1", dying);

        await().untilAsserted(() -> assertThat(crew.failures()).containsExactly(new Failure("lane 1", cause)));
    }

    @Test
    void anErrorIsAFailureToo() {
        var error = new AssertionError("for a test");

        crew.attempt("lane 1", () -> {
            throw error;
        });

        assertThat(crew.failures()).containsExactly(new Failure("lane 1", error));
    }

    @Test
    void whoTriesSomethingGoesOnWhenItFails() {
        crew.attempt("disturbances", dying);
        crew.attempt("disturbances", dying);

        assertThat(crew.failures()).hasSize(2);
    }

    @Test
    void whoIsDismissedHasNotFailed() throws InterruptedException {
        crew.start("lane 1", () -> new CountDownLatch(1).await());

        crew.dismiss();

        assertThat(crew.failures()).isEmpty();
    }
}
