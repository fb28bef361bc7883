package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mooring.charts.ChartInstaller;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.informers.ForeignHeartbeats.Leftover;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.Department;
import dev.mooring.model.NamespaceIdentity;
import dev.mooring.model.Project;
import dev.mooring.model.ScopeKind;
import dev.mooring.testcluster.Line;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A view that knows how old it is, over a line that can fail. */
@WithCluster
class HeartbeatsIT {
    private static final String OURS = Cluster.SETTINGS.ourNamespace();
    private static final List<String> ALL = List.of("DataVolumeShare", "DataVolume", "Project", "Department");
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final int test = TESTS.incrementAndGet();
    private final String identity = "beating" + test;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(HeartbeatSettings.KINDS);
    private final Line line;
    private final KubernetesClient client;
    private final KubernetesClient admin;
    private final Cluster cluster;
    private final ClusterView view;
    private NamespaceIdentity nlp = new NamespaceIdentity("", "");
    private DataVolumeId imagenet = new DataVolumeId("", "");
    private DataVolumeShare share = new DataVolumeShare();

    HeartbeatsIT(TestCluster testCluster, KubernetesClient admin) {
        this.admin = admin;
        line = Line.to(testCluster.apiServer());
        client = line.client(testCluster.admin());
        cluster = new Cluster(admin);
        view = view(client, Cluster.SETTINGS);
    }

    private ClusterView view(KubernetesClient client, ViewSettings settings) {
        return ClusterView.createWithHeartbeats(
                client,
                settings,
                meters,
                InstantSource.system(),
                new Random(),
                new HeartbeatSettings(identity, System::nanoTime, executor));
    }

    @BeforeAll
    static void install(KubernetesClient admin) {
        ChartInstaller.installDefinitions(admin);
        new Cluster(admin).namespace(OURS);
    }

    @BeforeEach
    void share() {
        var research = cluster.department("beating-" + test);
        var vision = cluster.project(research, "beating-vision-" + test);
        nlp = cluster.project(research, "beating-nlp-" + test);
        var volume = cluster.dataVolume(vision, "imagenet");
        share = cluster.share(volume, ScopeKind.PROJECT, nlp.name(), nlp);
        imagenet = new DataVolumeId(vision.name(), "imagenet");
    }

    @AfterEach
    void close() {
        view.close();
        executor.shutdownNow();
        client.close();
        line.close();
    }

    @Test
    void grantsOnceAHeartbeatOfEachKindHasComeBack() {
        started();

        assertThat(grants()).isTrue();
        assertThat(ages()).allSatisfy(age -> assertThat(age).isBetween(0.0, 2.0));
    }

    @Test
    void grantsNothingWhereHeartbeatsCannotBeWritten() {
        try (var lost = view(client, new ViewSettings("beating-nowhere", "mooring-cluster", Set.of()))) {
            lost.start();
            await().until(lost::isReady);
            await().until(() -> failures() >= ALL.size());

            assertThat(lost.grantsOf(nlp.name()).outOfDate()).containsExactlyElementsOf(ALL);
            assertThat(lost.neverHeardOf()).hasSameSizeAs(ALL);
        }
    }

    @Test
    void staysRecentForALongTime() {
        started();

        await().during(5, TimeUnit.SECONDS).atMost(6, TimeUnit.SECONDS).until(this::grants);
    }

    @Test
    void grantsNothingTwoSecondsAfterEverythingIsHeldBack() {
        started();
        line.swallow();
        cluster.delete(share);

        await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofMillis(2_100))
                .until(() -> !outOfDate().isEmpty());
        await().atMost(Duration.ofMillis(2_100))
                .untilAsserted(() -> assertThat(outOfDate()).containsExactlyElementsOf(ALL));
    }

    @Test
    void grantsAgainOnceNothingIsHeldBackAnyMore() {
        started();
        line.swallow();
        await().until(() -> outOfDate().size() == ALL.size());
        line.mend();

        await().atMost(60, TimeUnit.SECONDS).until(this::grants);
    }

    @Test
    void findsItsWayOutOfHalfOpenConnections() {
        started();
        line.forgetConnections();
        await().until(() -> outOfDate().size() == ALL.size());

        await().atMost(30, TimeUnit.SECONDS).until(this::grants);
    }

    @Test
    void cutsWatchesThatAreStuckAndGrantsAgain(TestCluster testCluster) {
        try (var patient = line.client(testCluster.admin(), Duration.ofMinutes(5));
                var view = view(patient, Cluster.SETTINGS)) {
            patient.namespaces().withName(OURS).get(); // all but watches goes over this connection
            start(view);
            line.forgetAllConnectionsButTheFirst();
            await().until(() -> view.grantsOf(nlp.name()).outOfDate().size() == ALL.size());

            await().atMost(30, TimeUnit.SECONDS)
                    .until(() -> view.grantsOf(nlp.name()).find(imagenet) != null);
            assertThat(cuts()).isGreaterThanOrEqualTo(ALL.size());
        }
    }

    @Test
    void knowsWhatWasRevokedMeanwhileWhenItIsRecentAgain() {
        started();
        line.forgetConnections();
        cluster.delete(share);
        await().until(() -> outOfDate().size() == ALL.size());

        await().atMost(60, TimeUnit.SECONDS).until(() -> outOfDate().isEmpty());
        assertThat(grants()).isFalse();
    }

    @Test
    void takesItsHeartbeatsAlongWhenItIsClosed() {
        started();
        view.close();

        assertThat(heartbeats()).noneMatch(name -> name.endsWith(identity));
    }

    @Test
    void clearsAwayAHeartbeatOfAnotherOnlyAsItWasSeen() {
        var writer = new HeartbeatWriter<>(client, Project.class, Heartbeat::project, OURS, "heartbeat-left" + test);
        writer.write(1);
        var seen = heartbeat("heartbeat-left" + test).getMetadata();
        writer.write(2);
        var stale = new Leftover(seen.getName(), seen.getResourceVersion());

        assertThatThrownBy(() -> writer.delete(stale)).isInstanceOf(KubernetesClientException.class);
        writer.delete(new Leftover(
                seen.getName(), heartbeat(seen.getName()).getMetadata().getResourceVersion()));
        assertThat(heartbeats()).doesNotContain(seen.getName());
    }

    private void started() {
        start(view);
    }

    private static void start(ClusterView view) {
        view.start();
        await().until(() -> view.isReady() && view.neverHeardOf().isEmpty());
    }

    private boolean grants() {
        return view.grantsOf(nlp.name()).find(imagenet) != null;
    }

    private List<String> outOfDate() {
        return view.grantsOf(nlp.name()).outOfDate();
    }

    private Project heartbeat(String name) {
        return admin.resources(Project.class).inNamespace(OURS).withName(name).get();
    }

    private List<String> heartbeats() {
        return List.of(Project.class, Department.class, DataVolume.class, DataVolumeShare.class).stream()
                .flatMap(type -> admin.resources(type).inNamespace(OURS).list().getItems().stream())
                .map(object -> object.getMetadata().getName())
                .toList();
    }

    private List<Double> ages() {
        return meters.get("mooring.view.age").timeGauges().stream()
                .map(gauge -> gauge.value(TimeUnit.SECONDS))
                .toList();
    }

    private double failures() {
        return meters.get("mooring.view.heartbeat.failures").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private double cuts() {
        return meters.get("mooring.view.cuts").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
