package dev.mooring.launcher.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mooring.testcluster.AuditEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchedTest {
    private static final String WEBHOOK = "system:serviceaccount:mooring-system:mooring-webhook";

    private final Watched watched = new Watched();

    @Test
    void tellsWhatAnAccountWatches() {
        watched.add(List.of(
                event("watch", WEBHOOK, "projects"),
                event("watch", WEBHOOK, "departments"),
                event("list", WEBHOOK, "secrets"),
                event("watch", WEBHOOK, "projects"),
                event("watch", "system:serviceaccount:mooring-system:mooring-controller", "pods"),
                event("watch", "system:admin", "nodes")));

        assertThat(watched.by("mooring-webhook")).containsExactly("departments", "projects");
    }

    @Test
    void saysSoWhereNothingIsWatched() {
        assertThatIllegalStateException()
                .isThrownBy(() -> watched.by("mooring-webhook"))
                .withMessageContaining("\"mooring-webhook\"");
    }

    private static AuditEvent event(String verb, String user, String resource) {
        return new AuditEvent(
                "e",
                "ResponseStarted",
                verb,
                user,
                resource,
                "",
                "",
                "",
                Instant.EPOCH,
                200,
                Map.of(),
                MissingNode.getInstance());
    }
}
