package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mooring.charts.ChartInstaller;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.decision.EndingMirror;
import dev.mooring.decision.ShareFacts.DataVolumeTarget;
import dev.mooring.decision.ShareFacts.Target;
import dev.mooring.model.DataVolume;
import dev.mooring.model.NamespaceIdentity;
import dev.mooring.model.Project;
import dev.mooring.model.ScopeKind;
import dev.mooring.testcluster.Line;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithCluster
class ClusterViewIT {
    private static final AtomicInteger TESTS = new AtomicInteger();

    private final int test = TESTS.incrementAndGet();
    private final Cluster cluster;
    private final ClusterView view;
    private NamespaceIdentity research = new NamespaceIdentity("", "");
    private NamespaceIdentity vision = research;
    private NamespaceIdentity nlp = research;
    private DataVolume imagenet = new DataVolume();

    ClusterViewIT(KubernetesClient admin) {
        cluster = new Cluster(admin);
        view = view(admin);
    }

    private static ClusterView view(KubernetesClient client) {
        return ClusterView.create(
                client, Cluster.SETTINGS, new SimpleMeterRegistry(), InstantSource.system(), new Random());
    }

    @BeforeAll
    static void installDefinitions(KubernetesClient admin) {
        ChartInstaller.installDefinitions(admin);
    }

    @BeforeEach
    void makeTwoProjectsAndADataVolume() {
        research = cluster.department(named("research"));
        vision = cluster.project(research, named("vision"));
        nlp = cluster.project(research, named("nlp"));
        imagenet = cluster.dataVolume(vision, "imagenet");
    }

    @AfterEach
    void close() {
        view.close();
    }

    @Test
    void isNotReadyUntilItIsStarted() {
        assertThat(view.notReady())
                .containsExactly(
                        "informer of DataVolumeShare is not running",
                        "informer of DataVolume is not running",
                        "informer of Project is not running",
                        "informer of Department is not running",
                        "informer of Namespace is not running",
                        "informer of PersistentVolumeClaim is not running",
                        "informer of PersistentVolume is not running");
    }

    @Test
    void isNotReadyWhileTheApiServerCannotBeReached(TestCluster testCluster) {
        try (var line = Line.to(testCluster.apiServer());
                var client = line.client(testCluster.admin());
                var blind = view(client)) {
            line.cut();
            blind.start();

            assertThat(blind.notReady()).hasSize(7).contains("informer of Project is not synced");
        }
    }

    @Test
    void getsReady() {
        view.start();

        await().until(view::isReady);
    }

    @Test
    void isNotReadyAfterItIsClosed() {
        ready().close();

        assertThat(view.notReady()).hasSize(7);
    }

    @Test
    void knowsWhatWasSharedBeforeItStarted() {
        cluster.share(imagenet, ScopeKind.PROJECT, nlp.name(), nlp);
        ready();

        assertThat(grants(nlp)).isTrue();
    }

    @Test
    void seesASharesComingAndGoing() {
        ready();
        assertThat(grants(nlp)).isFalse();
        var share = cluster.share(imagenet, ScopeKind.PROJECT, nlp.name(), nlp);
        await().until(() -> grants(nlp));
        cluster.delete(share);

        await().until(() -> !grants(nlp));
    }

    @Test
    void seesThatADataVolumeGoes() {
        cluster.share(imagenet, ScopeKind.DEPARTMENT, named("research"), research);
        ready();
        assertThat(grants(nlp)).isTrue();
        cluster.delete(imagenet);

        await().until(() -> !grants(nlp) && !grants(vision));
    }

    @Test
    void aProjectThatMovedLeavesItsDepartmentsGrantsBehind() {
        cluster.share(imagenet, ScopeKind.DEPARTMENT, named("research"), research);
        ready();
        assertThat(grants(nlp)).isTrue();
        cluster.noProject(research, nlp.name());
        cluster.project(cluster.department(named("business")), nlp.name());

        await().until(() -> view.grantsOf(nlp.name()).project() && !grants(nlp));
    }

    @Test
    void aNamespaceThatWasMadeAgainInheritsNothing(KubernetesClient admin) {
        cluster.share(imagenet, ScopeKind.PROJECT, nlp.name(), nlp);
        ready();
        cluster.noNamespace(nlp.name());
        var again = cluster.namespace(nlp.name());
        cluster.settle(
                admin.resources(Project.class)
                        .inNamespace(research.name())
                        .withName(nlp.name())
                        .get(),
                again);

        await().untilAsserted(() -> assertThat(view.scope(ScopeKind.PROJECT, nlp.name()))
                .isEqualTo(new Target.Found(nlp.name(), again.uid())));
        assertThat(grants(nlp)).isFalse();
    }

    @Test
    void namesMirrorsThatAreEnding(KubernetesClient admin) {
        ready();
        var name = "dv." + vision.name() + ".imagenet";
        var mirror = cluster.mirrorClaim(nlp, name, "mooring.dev/test");
        cluster.mirrorClaim(nlp, "dv." + vision.name() + ".laion");
        cluster.delete(mirror);
        await().untilAsserted(() -> assertThat(view.endingMirrors(nlp.name()))
                .isEqualTo(Map.of(name, new EndingMirror("", List.of("mooring.dev/test")))));
        admin.resource(mirror).patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\": {\"finalizers\": null}}");

        await().until(() -> view.endingMirrors(nlp.name()).isEmpty());
    }

    @Test
    void findsScopesAndDataVolumes() {
        ready();

        assertThat(view.scope(ScopeKind.DEPARTMENT, named("research")))
                .isEqualTo(new Target.Found(research.name(), research.uid()));
        assertThat(view.dataVolume(vision.name(), "imagenet"))
                .isEqualTo(new DataVolumeTarget.Found(imagenet.getMetadata().getUid()));
    }

    @Test
    void skipsWhatLiesInOurNamespace() {
        var ours = cluster.namespace(Cluster.SETTINGS.ourNamespace());
        var heartbeat = cluster.dataVolume(ours, named("heartbeat"));
        ready();

        assertThat(view.dataVolume(ours.name(), heartbeat.getMetadata().getName()))
                .isEqualTo(new DataVolumeTarget.Unknown());
    }

    private ClusterView ready() {
        view.start();
        await().until(view::isReady);
        return view;
    }

    private boolean grants(NamespaceIdentity project) {
        return view.grantsOf(project.name()).find(new DataVolumeId(vision.name(), "imagenet")) != null;
    }

    private String named(String name) {
        return name + "-" + test;
    }
}
