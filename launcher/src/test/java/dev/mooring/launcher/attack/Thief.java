package dev.mooring.launcher.attack;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.mooring.certs.CertificateAuthority;
import dev.mooring.certs.CertificateSettings;
import dev.mooring.server.HttpAnswer;
import dev.mooring.server.HttpRequest;
import dev.mooring.server.HttpsServer;
import dev.mooring.server.ServerSettings;
import dev.mooring.server.TlsMaterial;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfigurationBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A mutating webhook of somebody else that the API server calls after ours, for pods labelled {@code thief=welcome}. It
 * labels each pod {@code thief=satisfied} besides what it does to it.
 */
final class Thief implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADDRESS = "127.0.0.1";

    private final KubernetesClient admin;
    private final HttpsServer server;
    private final MutatingWebhookConfiguration configuration;

    /** What a thief does: adds to the JSON Patch what is to become of the pod. */
    @FunctionalInterface
    interface Habit extends BiConsumer<JsonNode, ArrayNode> {}

    private Thief(KubernetesClient admin, HttpsServer server, MutatingWebhookConfiguration configuration) {
        this.admin = admin;
        this.server = server;
        this.configuration = configuration;
    }

    /**
     * Lets one loose, and returns when the API server calls it.
     *
     * @param reinvocation {@code Never} or {@code IfNeeded}, which comes back after whoever undoes what it did
     * @param namespace where a plain pod may be tried
     */
    static Thief loose(KubernetesClient admin, String reinvocation, String namespace, Habit habit) {
        var authority = CertificateAuthority.generate(CertificateSettings.DEFAULTS, Instant.now());
        var leaf = authority.issue(List.of(ADDRESS), CertificateSettings.DEFAULTS, Instant.now());
        var server = new HttpsServer(
                ServerSettings.listeningOn(ADDRESS, 0).withDrain(Duration.ZERO, Duration.ofSeconds(1)),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                List::of,
                Map.of("/steal", request -> steal(request, habit)));
        int port = server.start(new TlsMaterial(leaf.chainPem(), leaf.keyPem()));
        var configuration =
                admin.resource(configuration(port, leaf.caPem(), reinvocation)).create();
        var thief = new Thief(admin, server, configuration);
        try {
            thief.awaitCalled(namespace);
            return thief;
        } catch (RuntimeException e) {
            thief.close();
            throw e;
        }
    }

    /** Returns the pod as one that it will look at. */
    Pod meets(PodBuilder pod) {
        return pod.editMetadata().addToLabels("thief", "welcome").endMetadata().build();
    }

    /** Returns whether it has been at a pod. */
    static boolean robbed(Pod pod) {
        return "satisfied".equals(pod.getMetadata().getLabels().get("thief"));
    }

    /** Adds an operation to a JSON Patch. */
    static void operation(ArrayNode patch, String op, String path, String value) {
        try {
            var operation = patch.addObject().put("op", op).put("path", path);
            operation.set("value", JSON.readTree(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitCalled(String namespace) {
        var pod = meets(Pods.plain(namespace, "bait"));
        await().atMost(Duration.ofSeconds(15))
                .until(() -> robbed(admin.resource(pod).dryRun(true).create()));
    }

    private static HttpAnswer steal(HttpRequest request, Habit habit) {
        try {
            var review = JSON.readTree(request.body());
            var patch = JSON.createArrayNode();
            operation(patch, "replace", "/metadata/labels/thief", "\"satisfied\"");
            habit.accept(review.path("request").path("object"), patch);
            var answer = JSON.createObjectNode()
                    .put("apiVersion", "admission.k8s.io/v1")
                    .put("kind", "AdmissionReview");
            answer.putObject("response")
                    .put("uid", review.path("request").path("uid").asText())
                    .put("allowed", true)
                    .put("patchType", "JSONPatch")
                    .put("patch", Base64.getEncoder().encodeToString(JSON.writeValueAsBytes(patch)));
            return HttpAnswer.json(JSON.writeValueAsBytes(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MutatingWebhookConfiguration configuration(int port, String caPem, String reinvocation) {
        return new MutatingWebhookConfigurationBuilder()
                .withNewMetadata()
                .withName("zz-thief")
                .endMetadata()
                .addNewWebhook()
                .withName("thief.example.com")
                .withAdmissionReviewVersions("v1")
                .withSideEffects("None")
                .withFailurePolicy("Fail")
                .withReinvocationPolicy(reinvocation)
                .withNewClientConfig()
                .withUrl("https://" + ADDRESS + ":" + port + "/steal")
                .withCaBundle(Base64.getEncoder().encodeToString(caPem.getBytes(StandardCharsets.UTF_8)))
                .endClientConfig()
                .withNewObjectSelector()
                .addNewMatchExpression()
                .withKey("thief")
                .withOperator("Exists")
                .endMatchExpression()
                .endObjectSelector()
                .addNewRule()
                .withApiGroups("")
                .withApiVersions("v1")
                .withResources("pods")
                .withOperations("CREATE")
                .endRule()
                .endWebhook()
                .build();
    }

    @Override
    public void close() {
        admin.resource(configuration).delete();
        server.close();
    }
}
