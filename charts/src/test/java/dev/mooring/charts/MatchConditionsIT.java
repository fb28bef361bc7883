package dev.mooring.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.EphemeralContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingWebhookConfigurationBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Finds out which requests are sent to the webhook. Nobody listens at its address, and every entry that validates fails
 * closed here, so that what is sent is refused.
 */
@WithCluster(exclusive = true)
class MatchConditionsIT {
    private static final String LABEL = """
            {"metadata": {"labels": {"touched": "true"}}}
            """;
    private static final String ASK = """
            {"spec": {"template": {"metadata": {"annotations": {"mooring.dev/data-volumes": "imagenet"}}}}}
            """;

    @SuppressWarnings("NullAway.Init")
    private static KubernetesClient client;

    private static final String NAMESPACE = "match-conditions";
    private static final String EXEMPT = "exempt";
    private static final String PROJECT = "match-conditions-project";
    private static final PodTemplateSpec INLINE = Workloads.naming(
            new VolumeBuilder().withNewNfs("/exports", false, "nas.example").build());
    private static final PodTemplateSpec PLAIN = Workloads.plain();
    private static final PodTemplateSpec ASKING = Workloads.annotated("mooring.dev/data-volumes");

    /** A client that takes a server's error for an answer; the usual one tries again for a minute. */
    private static KubernetesClient impatient(KubernetesClient client) {
        var config = new ConfigBuilder(client.getConfiguration())
                .withRequestRetryBackoffLimit(0)
                .build();
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    @AfterAll
    static void closeClient() {
        client.close();
    }

    @BeforeAll
    static void install(KubernetesClient admin) {
        client = impatient(admin);
        make(NAMESPACE);
        make(EXEMPT);
        make(PROJECT);
        client.namespaces()
                .withName(PROJECT)
                .edit(found -> new NamespaceBuilder(found)
                        .editMetadata()
                        .addToLabels("mooring.dev/scope", "project")
                        .endMetadata()
                        .build());
        client.resource(pod("plain", PLAIN)).create();
        client.resource(pod("asking", ASKING)).create();
        client.resource(deployment("plain", PLAIN)).create();
        client.resource(deployment("asking", ASKING)).create();
        client.resource(besideItsTemplate("beside-before")).create();

        ChartInstaller.install(
                client,
                ChartValues.defaults()
                        .webhookUrl(URI.create("https://127.0.0.1:1"))
                        .with("exemptNamespaces", List.of(EXEMPT)));
        client.admissionRegistration()
                .v1()
                .validatingWebhookConfigurations()
                .withName("mooring")
                .edit(MatchConditionsIT::failingClosed);
        await().untilAsserted(() -> assertSent(() -> dryRun(pod("new", ASKING))));
    }

    static Stream<Named<HasMetadata>> unsent() {
        return Stream.of(
                        PLAIN,
                        Workloads.annotated("example.org/mooring.dev"),
                        Workloads.mounting("dvx.vision.imagenet"))
                .flatMap(MatchConditionsIT::everyKind);
    }

    static Stream<Named<HasMetadata>> sent() {
        return Stream.of(
                        ASKING,
                        Workloads.annotated("mooring.dev/containers"),
                        Workloads.mounting("dv.vision.imagenet"),
                        Workloads.mounting("dvrw.vision.imagenet"))
                .flatMap(MatchConditionsIT::everyKind);
    }

    @ParameterizedTest
    @MethodSource("unsent")
    void whatAsksForNothingIsNotSent(HasMetadata object) {
        assertNotSent(() -> dryRun(object));
    }

    @ParameterizedTest
    @MethodSource("sent")
    void whatAsksForDataIsSent(HasMetadata object) {
        assertSent(() -> dryRun(object));
    }

    static Stream<Volume> storage() {
        return Stream.of(
                new VolumeBuilder().withNewNfs("/exports", false, "nas.example").build(),
                new VolumeBuilder().withNewHostPath("/data", "").build(),
                new VolumeBuilder()
                        .withNewCsi()
                        .withDriver("files.example.com")
                        .endCsi()
                        .build(),
                new VolumeBuilder()
                        .withNewCephfs()
                        .withMonitors("m")
                        .endCephfs()
                        .build(),
                new VolumeBuilder()
                        .withNewIscsi()
                        .withTargetPortal("10.0.0.1:3260")
                        .withIqn("iqn.2001-04.com.example:storage")
                        .withLun(0)
                        .endIscsi()
                        .build(),
                new VolumeBuilder()
                        .withNewRbd()
                        .withMonitors("m")
                        .withImage("i")
                        .endRbd()
                        .build(),
                new VolumeBuilder().withNewAzureFile(false, "secret", "share").build(),
                new VolumeBuilder()
                        .withNewFlexVolume()
                        .withDriver("example.com/driver")
                        .endFlexVolume()
                        .build());
    }

    @ParameterizedTest
    @MethodSource("storage")
    void storageThatPodsOfProjectsNameThemselvesIsSent(Volume volume) {
        assertThat(new Workloads(PROJECT, Workloads.naming(volume)).all())
                .allSatisfy(object -> assertSent(() -> dryRun(object)));
    }

    @Test
    void podsOfProjectsThatNameNoStorageAreNotSent() {
        assertThat(new Workloads(PROJECT, PLAIN).all()).allSatisfy(object -> assertNotSent(() -> dryRun(object)));
        assertThat(new Workloads(
                                PROJECT,
                                Workloads.naming(new VolumeBuilder()
                                        .withNewEmptyDir()
                                        .endEmptyDir()
                                        .build()))
                        .all())
                .allSatisfy(object -> assertNotSent(() -> dryRun(object)));
    }

    @Test
    void storageThatOtherPodsNameIsNotSent() {
        assertThat(new Workloads(NAMESPACE, INLINE).all()).allSatisfy(object -> assertNotSent(() -> dryRun(object)));
    }

    @Test
    void aNewVolumeIsSent() {
        assertSent(() -> dryRun(volume()));
    }

    @Test
    void theVolumeOfAMirrorIsNotSent() {
        var config = new ConfigBuilder(client.getConfiguration())
                .withImpersonateUsername("system:serviceaccount:mooring-system:mooring-controller")
                .build();
        try (var controller = new KubernetesClientBuilder().withConfig(config).build()) {
            assertNotSent(() -> controller.resource(volume()).dryRun().create());
        }
    }

    private static PersistentVolume volume() {
        return new PersistentVolumeBuilder()
                .withNewMetadata()
                .withName("sent")
                .endMetadata()
                .withNewSpec()
                .addToCapacity("storage", new Quantity("1Gi"))
                .withAccessModes("ReadWriteMany")
                .withNewNfs("/exports", false, "nas.example")
                .endSpec()
                .build();
    }

    @Test
    void nothingIsSentFromAnExemptNamespace() {
        assertThat(new Workloads(EXEMPT, ASKING).all()).allSatisfy(object -> assertNotSent(() -> dryRun(object)));
    }

    @Test
    void anEphemeralContainerInAPlainPodIsNotSent() {
        assertNotSent(() -> debug("plain"));
    }

    @Test
    void anEphemeralContainerInAPodThatAsksForDataIsSent() {
        assertSent(() -> debug("asking"));
    }

    @Test
    void aLabelOnAPodThatAsksForDataIsNotSent() {
        assertNotSent(() -> patch(client.pods().inNamespace(NAMESPACE).withName("asking"), LABEL));
    }

    @Test
    void aDeploymentThatBeginsToAskIsSent() {
        assertSent(() -> patch(installed("plain"), ASK));
    }

    @Test
    void aDeploymentThatAsksIsSentWhenItsTemplateChanges() {
        assertSent(() -> patch(installed("asking"), """
                {"spec": {"template": {"metadata": {"labels": {"touched": "true"}}}}}
                """));
    }

    @Test
    void aDeploymentThatAsksIsNotSentWhenItIsLabelledOrScaled() {
        assertNotSent(() -> patch(installed("asking"), LABEL));
        assertNotSent(() -> patch(installed("asking"), """
                {"spec": {"replicas": 0}}
                """));
        assertNotSent(() -> installed("asking").scale(2));
    }

    @Test
    void aDeploymentThatAsksBesideItsTemplateIsSentOnce() {
        assertSent(() -> dryRun(besideItsTemplate("beside")));
        assertSent(() -> patch(installed("plain"), """
                {"metadata": {"annotations": {"mooring.dev/data-volumes": "imagenet"}}}
                """));
        assertNotSent(() -> patch(installed("beside-before"), LABEL));
    }

    @Test
    void aDeploymentThatIsBeingDeletedIsNotSent() {
        client.resource(deployment("going", PLAIN)).create();
        patch(installed("going"), """
                {"metadata": {"finalizers": ["example.org/stays"]}}
                """);
        installed("going").delete();

        assertNotSent(() -> patch(installed("going"), ASK));
        patch(installed("going"), """
                {"metadata": {"finalizers": null}}
                """);
    }

    private static void assertSent(ThrowingCallable request) {
        assertThatThrownBy(request).hasMessageContaining("failed calling webhook");
    }

    private static void assertNotSent(ThrowingCallable request) {
        assertThatCode(request).doesNotThrowAnyException();
    }

    private static Stream<Named<HasMetadata>> everyKind(PodTemplateSpec template) {
        return new Workloads(NAMESPACE, template)
                .all().stream()
                        .map(object -> Named.of(
                                object.getKind() + " " + template.getMetadata().getAnnotations() + " "
                                        + template.getSpec().getVolumes().size() + " volumes",
                                object));
    }

    private static void dryRun(HasMetadata object) {
        client.resource(object).dryRun().create();
    }

    private static void patch(Resource<?> resource, String merge) {
        resource.patch(PatchContext.of(PatchType.JSON_MERGE), merge);
    }

    private static RollableScalableResource<Deployment> installed(String name) {
        return client.apps().deployments().inNamespace(NAMESPACE).withName(name);
    }

    private static Deployment deployment(String name, PodTemplateSpec template) {
        return new DeploymentBuilder(new Workloads(NAMESPACE, template).deployment())
                .editMetadata()
                .withName(name)
                .endMetadata()
                .build();
    }

    private static Deployment besideItsTemplate(String name) {
        return new DeploymentBuilder(deployment(name, PLAIN))
                .editMetadata()
                .addToAnnotations("mooring.dev/data-volumes", "imagenet")
                .endMetadata()
                .build();
    }

    private static Pod pod(String name, PodTemplateSpec template) {
        return new PodBuilder(new Workloads(NAMESPACE, template).pod())
                .editMetadata()
                .withName(name)
                .endMetadata()
                .build();
    }

    private static void debug(String pod) {
        var container = new EphemeralContainerBuilder()
                .withName("debug")
                .withImage("example.org/none")
                .build();
        client.pods()
                .inNamespace(NAMESPACE)
                .withName(pod)
                .ephemeralContainers()
                .edit(running -> new PodBuilder(running)
                        .editSpec()
                        .withEphemeralContainers(container)
                        .endSpec()
                        .build());
    }

    /** Makes a namespace and waits for the service account that its pods run as. */
    private static void make(String name) {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
        await().until(() ->
                client.serviceAccounts().inNamespace(name).withName("default").get() != null);
    }

    private static ValidatingWebhookConfiguration failingClosed(ValidatingWebhookConfiguration configuration) {
        return new ValidatingWebhookConfigurationBuilder(configuration)
                .editMatchingWebhook(webhook -> webhook.getName().equals("workloads.mooring.dev"))
                .withFailurePolicy("Fail")
                .endWebhook()
                .editMatchingWebhook(webhook -> webhook.getName().equals("workloads-inline.mooring.dev"))
                .withFailurePolicy("Fail")
                .endWebhook()
                .editMatchingWebhook(webhook -> webhook.getName().equals("volumes.mooring.dev"))
                .withFailurePolicy("Fail")
                .endWebhook()
                .build();
    }
}
