package dev.mooring.testcluster.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
@WithCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestFaultsIT {
    private static final Duration DELAY = Duration.ofMillis(600);

    private final KubernetesClient admin;
    private final Visitor visitor;

    RequestFaultsIT(TestCluster cluster) {
        admin = cluster.client();
        visitor = new Visitor(cluster, "request-faults");
    }

    @BeforeAll
    void prepare() {
        admin.resource(visitor.configMap("known")).create();
    }

    @AfterEach
    void recover() {
        visitor.meetNothing();
    }

    @AfterAll
    void close() throws IOException {
        visitor.close();
    }

    @Test
    void withoutAFaultReadsAndWritesPass() {
        visitor.client().resource(visitor.configMap("written")).create();

        assertThat(visitor.client().resource(visitor.configMap("written")).get())
                .isEqualTo(admin.resource(visitor.configMap("written")).get());
    }

    @Test
    void anAnswerMayComeLate() throws Exception {
        visitor.meet(new Fault.Late(DELAY));
        long begin = System.nanoTime();

        assertThat(visitor.list("")).startsWith("200 ");

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(DELAY);
    }

    @Test
    void aBlackHoleNeverAnswers() {
        visitor.meet(new Fault.BlackHole());

        assertThatThrownBy(() ->
                        visitor.client().resource(visitor.configMap("known")).get())
                .hasStackTraceContaining("timeout");
    }

    @Test
    void aResetBreaksTheConnection() {
        visitor.meet(new Fault.Reset());

        assertThatThrownBy(() -> visitor.list("")).hasStackTraceContaining("Connection reset");
    }

    @ParameterizedTest
    @ValueSource(ints = {410, 429, 500, 503})
    void anAnswerOfTheProxysOwnKeepsTheRequestFromTheApiServer(int code) {
        visitor.meet(new Fault.Answer(code));
        var refused = visitor.configMap("refused");

        assertThatThrownBy(() -> visitor.client().resource(refused).create())
                .isInstanceOfSatisfying(
                        KubernetesClientException.class,
                        e -> assertThat(e.getCode()).isEqualTo(code));
        assertThat(admin.resource(refused).get()).isNull();
    }

    @Test
    void aStaleListIsWhatItWasBefore() throws Exception {
        String before = visitor.list("resourceVersion=0");
        admin.resource(visitor.configMap("newer")).create();
        visitor.meet(new Fault.StaleList());

        assertThat(visitor.list("resourceVersion=0")).isEqualTo(before).doesNotContain("\"newer\"");
    }

    @Test
    void aListThatWasPromisedToBeNewIsNeverStale() throws Exception {
        visitor.list("limit=500");
        admin.resource(visitor.configMap("newest")).create();
        visitor.meet(new Fault.StaleList());

        assertThat(visitor.list("limit=500")).contains("\"newest\"");
    }

    @Test
    void otherRequestsPass() {
        visitor.meet(new Fault.BlackHole());

        assertThat(visitor.client().namespaces().withName("request-faults").get())
                .isNotNull();
    }
}
