package dev.mooring.testcluster.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The client that the processes use meets one fault after another. */
@Timeout(120)
@WithCluster
class InformerThroughFaultsIT {
    private static final List<Fault> THAT_PASS = List.of(
            new Fault.Late(Duration.ofMillis(50)),
            new Fault.Duplicate(),
            new Fault.ErrorEvent(410),
            new Fault.End(),
            new Fault.Reset(),
            new Fault.Answer(500),
            new Fault.Answer(429),
            new Fault.Lost(),
            new Fault.BookmarksOnly());

    @Test
    void anInformerSeesEverythingOnceEachFaultIsOver(TestCluster cluster, KubernetesClient admin) throws Exception {
        try (Visitor visitor = new Visitor(cluster, "informer-faults");
                var informer = visitor.client()
                        .configMaps()
                        .inNamespace("informer-faults")
                        .inform()) {
            for (int number = 0; number < THAT_PASS.size(); number++) {
                visitor.meet(THAT_PASS.get(number));
                admin.resource(visitor.configMap("during-" + number)).create();
                Thread.sleep(100);
                visitor.meetNothing();
                admin.resource(visitor.configMap("after-" + number)).create();
                String during = "informer-faults/during-" + number;
                String after = "informer-faults/after-" + number;
                await(THAT_PASS.get(number).toString())
                        .atMost(Duration.ofSeconds(30))
                        .untilAsserted(() ->
                                assertThat(informer.getIndexer().listKeys()).contains(during, after));
            }
        }
    }
}
