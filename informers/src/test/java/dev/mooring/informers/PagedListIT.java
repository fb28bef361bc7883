package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mooring.charts.ChartInstaller;
import dev.mooring.model.NamespaceIdentity;
import dev.mooring.testcluster.AsUser;
import dev.mooring.testcluster.AuditEvent;
import dev.mooring.testcluster.AuditLog;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@WithCluster
class PagedListIT {
    private static final int CLAIMS = 3_000;
    private static final String PAGER = "pager";

    private static NamespaceIdentity project = new NamespaceIdentity("", "");

    @BeforeAll
    static void makeClaims(KubernetesClient admin) {
        ChartInstaller.installDefinitions(admin);
        var cluster = new Cluster(admin);
        project = cluster.namespace("paged");
        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, CLAIMS)
                    .forEach(number ->
                            threads.execute(() -> cluster.mirrorClaim(project, "dv.vision.volume-" + number)));
        }
    }

    @Test
    void holdsAllClaimsOfAListOfManyPages(
            TestCluster cluster, @AsUser(name = PAGER, groups = "system:masters") KubernetesClient pager) {
        var before = cluster.auditLog().mark();
        try (var view = view(pager)) {
            assertThat(claims(view)).isEqualTo(CLAIMS);
        }

        await().untilAsserted(() -> assertThat(lists(cluster, before))
                .hasSizeGreaterThanOrEqualTo(CLAIMS / 500)
                .allMatch(uri -> uri.contains("limit=500"))
                .noneMatch(uri -> uri.contains("resourceVersion=")));
    }

    private static ClusterView view(KubernetesClient client) {
        var view = ClusterView.create(
                client, Cluster.SETTINGS, new SimpleMeterRegistry(), InstantSource.system(), new Random());
        view.start();
        await().atMost(60, TimeUnit.SECONDS).until(view::isReady);
        return view;
    }

    private static long claims(ClusterView view) {
        return view.mirrorClaims().all().stream()
                .filter(claim -> claim.namespace().equals(project.name()))
                .count();
    }

    private static List<String> lists(TestCluster cluster, AuditLog.Mark since) {
        return cluster.auditLog().since(since).stream()
                .filter(event -> event.user().equals(PAGER) && event.verb().equals("list"))
                .filter(event -> event.resource().equals("persistentvolumeclaims"))
                .map(AuditEvent::raw)
                .map(raw -> raw.path("requestURI").asText())
                .toList();
    }
}
