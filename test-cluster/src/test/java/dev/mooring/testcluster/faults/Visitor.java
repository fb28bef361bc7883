package dev.mooring.testcluster.faults;

import dev.mooring.testcluster.TestCluster;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;

/** Somebody who may do everything, works with the config maps of one namespace, and reaches the cluster through a proxy. */
final class Visitor implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 1_000;

    private final String namespace;
    private final FaultProxy proxy;
    private final Config config;
    private final KubernetesClient client;
    private final HttpClient http;

    Visitor(TestCluster cluster, String namespace) {
        this.namespace = namespace;
        admit(cluster.client());
        proxy = cluster.faultProxy();
        config = new ConfigBuilder(Config.fromKubeconfig(cluster.serviceAccount(namespace, "visitor")
                        .through(proxy)
                        .yaml()))
                .withNoProxy("127.0.0.1")
                .withRequestRetryBackoffLimit(0)
                .withRequestTimeout(TIMEOUT_MILLIS)
                .build();
        client = new KubernetesClientBuilder().withConfig(config).build();
        http = http();
    }

    private void admit(KubernetesClient admin) {
        admin.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
        admin.resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName("visitor")
                        .endMetadata()
                        .build())
                .create();
        admin.resource(new ClusterRoleBindingBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "cluster-admin")
                        .addNewSubject("", "ServiceAccount", "visitor", namespace)
                        .build())
                .create();
    }

    private HttpClient http() {
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .sslContext(SSLUtils.sslContext(config))
                    .build();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has everything about config maps meet this fault from now on. */
    void meet(Fault fault) {
        proxy.follow(FaultPlan.of(fault, request -> request.resource().equals("configmaps")));
    }

    void meetNothing() {
        proxy.follow(FaultPlan.NONE);
    }

    KubernetesClient client() {
        return client;
    }

    ConfigMap configMap(String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .endMetadata()
                .build();
    }

    /** Lists config maps and returns the answer's status and body. */
    String list(String query) throws IOException, InterruptedException {
        var answer = http.send(request("?" + query), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    /** Watches the config maps that come after {@code version}. */
    SeenWatch watch(Transport transport, String version) {
        HttpRequest request = request("?watch=true&allowWatchBookmarks=true&resourceVersion=" + version);
        return switch (transport) {
            case HTTP -> SeenWatch.overHttp(http, request);
            case WEB_SOCKET -> SeenWatch.overWebSocket(http, request);
        };
    }

    private HttpRequest request(String query) {
        return HttpRequest.newBuilder(
                        URI.create(proxy.address() + "/api/v1/namespaces/" + namespace + "/configmaps" + query))
                .header("Origin", proxy.address().toString())
                .header("Authorization", "Bearer " + config.getAutoOAuthToken())
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    @Override
    public void close() throws IOException {
        http.shutdownNow();
        client.close();
        proxy.close();
    }

    /** How a watch comes. */
    enum Transport {
        HTTP,
        WEB_SOCKET
    }
}
