package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.mooring.testcluster.Line;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

@WithCluster
class ProjectedInformerIT {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final InformerSettings settings =
            new InformerSettings(Set.of("informed-ours"), meters, InstantSource.fixed(NOW), new Random());
    private final List<AutoCloseable> opened = new CopyOnWriteArrayList<>();
    private String namespace = "";

    @BeforeAll
    static void installThings(KubernetesClient admin) {
        Thing.install(admin);
    }

    @BeforeEach
    void makeNamespace(KubernetesClient admin, TestInfo test) {
        namespace = "informed-" + Integer.toHexString(test.getDisplayName().hashCode());
        new Cluster(admin).namespace(namespace);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (var closeable : opened.reversed()) {
            closeable.close();
        }
    }

    @Test
    void isNotSyncedBeforeItIsStarted(KubernetesClient admin) {
        assertThat(configMaps(admin).isSynced()).isFalse();
    }

    @Test
    void holdsWhatIsThereOnceItIsSynced(KubernetesClient admin) {
        create(admin, "one", "1");
        var informer = started(configMaps(admin));

        assertThat(informer.get(namespace, "one")).contains("1");
    }

    @Test
    void tellsWhatComesChangesAndGoes(KubernetesClient admin) {
        var heard = new CopyOnWriteArrayList<String>();
        started(configMaps(admin).listen((key, before, now) -> heard.add(before + " -> " + now)));
        var map = create(admin, "one", "1");
        admin.resource(map).edit(old -> configMap("one", "2"));
        admin.resource(map).delete();

        await().untilAsserted(() -> assertThat(heard).containsExactly("null -> 1", "1 -> 2", "2 -> null"));
    }

    @Test
    void goesOnAfterAListenerThatThrows(KubernetesClient admin) {
        var informer = started(configMaps(admin).listen((key, before, now) -> {
            throw new IllegalStateException("a bug in a listener");
        }));
        create(admin, "one", "1");
        create(admin, "two", "2");

        await().untilAsserted(() -> assertThat(informer.all()).containsExactlyInAnyOrder("1", "2"));
    }

    @Test
    void refusesListenersThatComeTooLate(KubernetesClient admin) {
        var informer = started(configMaps(admin));

        assertThatIllegalStateException()
                .isThrownBy(() -> informer.listen((key, before, now) -> {}))
                .withMessage("informer of kind \"ConfigMap\" has started; listen before");
    }

    @Test
    void readsTheOthersWhenOneInTheFirstListCannotBeRead(KubernetesClient admin) {
        admin.resource(Thing.json(namespace, "good", 7)).create();
        admin.resource(Thing.json(namespace, "broken", "many")).create();
        var informer = started(things(admin));

        assertThat(informer.all())
                .contains(new Thing.View("good", 7))
                .noneMatch(view -> view.name().equals("broken"));
    }

    @Test
    void goesOnWhenOneComesThatCannotBeRead(KubernetesClient admin) {
        var informer = started(things(admin));
        admin.resource(Thing.json(namespace, "broken", List.of())).create();
        admin.resource(Thing.json(namespace, "later", 8)).create();

        await().untilAsserted(() -> assertThat(informer.get(namespace, "later")).isPresent());
    }

    @Test
    void takesAnObjectForAbsentWhenItCannotBeReadAnyMore(KubernetesClient admin) {
        admin.resource(Thing.json(namespace, "turns", 1)).create();
        var informer = started(things(admin));
        admin.resource(Thing.json(namespace, "turns", "bad")).update();

        await().untilAsserted(() -> assertThat(informer.get(namespace, "turns")).isEmpty());
    }

    @Test
    void readsWhatOthersReadByTheTypeToo(KubernetesClient admin) {
        admin.resources(Thing.class).inNamespace(namespace).list();
        var informer = started(things(admin));
        admin.resource(Thing.json(namespace, "broken", "many")).create();
        admin.resource(Thing.json(namespace, "good", 9)).create();

        await().untilAsserted(() -> assertThat(informer.get(namespace, "good")).contains(new Thing.View("good", 9)));
    }

    @Test
    void countsWhatItCannotRead(KubernetesClient admin) {
        var before = created(admin, "broken", "many");
        started(things(admin));

        assertThat(gauge("mooring.informer.unreadable", "Thing")).isGreaterThanOrEqualTo(1);
        admin.resource(before).delete();
    }

    @Test
    void skipsTheNamespaceThatIsOurs(KubernetesClient admin) {
        new Cluster(admin).namespace("informed-ours");
        admin.resource(Thing.json("informed-ours", "heartbeat", 1)).create();
        admin.resource(Thing.json(namespace, "visible", 2)).create();
        var informer = started(things(admin));

        assertThat(informer.get("informed-ours", "heartbeat")).isEmpty();
    }

    @Test
    void comesBackAfterTheLineWasCut(TestCluster cluster, KubernetesClient admin) throws Exception {
        var line = opened(Line.to(cluster.apiServer()));
        var informer = started(configMaps(opened(line.client(cluster.admin()))));
        var gone = create(admin, "gone", "1");
        await().until(() -> informer.get(namespace, "gone").isPresent());
        line.cut();
        admin.resource(gone).delete();
        create(admin, "new", "2");
        line.mend();

        await().atMost(60, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(informer.all()).containsExactly("2"));
    }

    @Test
    void leavesAConnectionOnWhichNothingComesAnyMore(TestCluster cluster, KubernetesClient admin) throws Exception {
        var line = opened(Line.to(cluster.apiServer()));
        var informer = started(configMaps(opened(line.client(cluster.admin()))));
        create(admin, "old", "1");
        await().until(() -> informer.get(namespace, "old").isPresent());
        line.forgetConnections();
        informer.cutIfSilent();
        create(admin, "new", "2");
        informer.cutIfSilent();

        await().atMost(60, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(informer.all()).containsExactlyInAnyOrder("1", "2"));
        assertThat(counter("mooring.informer.silences", "ConfigMap")).isOne();
    }

    @Test
    void startsOnceTheApiServerCanBeReached(TestCluster cluster, KubernetesClient admin) throws Exception {
        var line = opened(Line.to(cluster.apiServer()));
        line.cut();
        var informer = opened(configMaps(opened(line.client(cluster.admin()))));
        informer.start();
        await().until(() -> counter("mooring.informer.failures", "ConfigMap") > 0);
        line.mend();

        await().atMost(60, TimeUnit.SECONDS).until(informer::isSynced);
    }

    @Test
    void doesNotRunAfterItIsClosed(KubernetesClient admin) {
        var informer = started(configMaps(admin));
        informer.close();

        assertThat(informer.isRunning()).isFalse();
    }

    @Test
    void saysThatItIsSynced(KubernetesClient admin) {
        started(configMaps(admin));

        assertThat(gauge("mooring.informer.synced", "ConfigMap")).isOne();
    }

    @Test
    void saysWhenTheLastEventCame(KubernetesClient admin) {
        create(admin, "one", "1");
        started(configMaps(admin));

        assertThat(meters.get("mooring.informer.last.event")
                        .tag("kind", "ConfigMap")
                        .timeGauge()
                        .value(TimeUnit.SECONDS))
                .isEqualTo((double) NOW.getEpochSecond());
    }

    private GenericKubernetesResource created(KubernetesClient client, String name, Object count) {
        return client.resource(Thing.json(namespace, name, count)).create();
    }

    private ProjectedInformer<Thing.View> things(KubernetesClient client) {
        return opened(ProjectedInformer.ofCustomResource(client, Thing.class, Thing.View::of, settings));
    }

    private ProjectedInformer<String> configMaps(KubernetesClient client) {
        return opened(ProjectedInformer.of(
                "ConfigMap",
                client.configMaps().inNamespace(namespace).withLabel("test", "informed"),
                ConfigMap::new,
                map -> map.getData().get("value"),
                settings));
    }

    private static <P> ProjectedInformer<P> started(ProjectedInformer<P> informer) {
        informer.start();
        await().until(informer::isSynced);
        return informer;
    }

    private <C extends AutoCloseable> C opened(C closeable) {
        opened.add(closeable);
        return closeable;
    }

    private ConfigMap create(KubernetesClient client, String name, String value) {
        return client.resource(configMap(name, value)).create();
    }

    private ConfigMap configMap(String name, String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .addToLabels("test", "informed")
                .endMetadata()
                .addToData("value", value)
                .build();
    }

    private double gauge(String name, String kind) {
        return meters.get(name).tag("kind", kind).gauge().value();
    }

    private double counter(String name, String kind) {
        return meters.get(name).tag("kind", kind).counter().count();
    }
}
