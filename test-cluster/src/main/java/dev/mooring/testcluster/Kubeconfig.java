package dev.mooring.testcluster;

import dev.mooring.testcluster.faults.FaultProxy;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * How somebody reaches a cluster.
 *
 * @param user who that is
 * @param yaml the kubeconfig; it holds all keys and names no other file
 * @param file where it lies on the disk, as long as the cluster does
 */
public record Kubeconfig(String user, String yaml, Path file) {
    private static final String CERTIFIED_NAME = "localhost";

    /** Returns a new client, which the caller closes. */
    public KubernetesClient client() {
        return client(config());
    }

    /** Returns a new client that hands on an answer 429 or 500 instead of asking again; the caller closes it. */
    public KubernetesClient clientWithoutRetries() {
        return client(config().withRequestRetryBackoffLimit(0));
    }

    private ConfigBuilder config() {
        return new ConfigBuilder(Config.fromKubeconfig(yaml)).withNoProxy("127.0.0.1");
    }

    private static KubernetesClient client(ConfigBuilder config) {
        return new KubernetesClientBuilder().withConfig(config.build()).build();
    }

    /**
     * Returns the same for somebody who reaches the API server through a proxy of {@link TestCluster#faultProxy}. It must hold
     * a token: certificates do not pass a proxy.
     */
    public Kubeconfig through(FaultProxy proxy) {
        String otherYaml = yaml.replaceFirst("server: \\S+", "server: " + proxy.address());
        Path otherFile = file.resolveSibling(proxy.address().getPort() + "-" + file.getFileName());
        try {
            Files.writeString(otherFile, otherYaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Kubeconfig(user, otherYaml, otherFile);
    }

    /** Returns the same for somebody who reaches the API server at another address than its certificate names. */
    Kubeconfig reachedAt(String server, Path otherFile) throws IOException {
        String otherYaml =
                yaml.replaceFirst("server: \\S+", "server: " + server + "\n      tls-server-name: " + CERTIFIED_NAME);
        Files.writeString(otherFile, otherYaml);
        return new Kubeconfig(user, otherYaml, otherFile);
    }

    static Kubeconfig ofCertificate(
            String server, String authorityPem, String user, String certificatePem, String keyPem, Path file)
            throws IOException {
        String credentials = "      client-certificate-data: " + base64(certificatePem) + "\n      client-key-data: "
                + base64(keyPem);
        return write(server, authorityPem, user, credentials, file);
    }

    static Kubeconfig ofToken(String server, String authorityPem, String user, String token, Path file)
            throws IOException {
        return write(server, authorityPem, user, "      token: " + token, file);
    }

    private static Kubeconfig write(String server, String authorityPem, String user, String credentials, Path file)
            throws IOException {
        String yaml = """
                apiVersion: v1
                kind: Config
                clusters:
                  - name: test-cluster
                    cluster:
                      server: %s
                      certificate-authority-data: %s
                users:
                  - name: "%s"
                    user:
                %s
                contexts:
                  - name: test-cluster
                    context:
                      cluster: test-cluster
                      user: "%3$s"
                current-context: test-cluster
                """.formatted(server, base64(authorityPem), user, credentials);
        Files.writeString(file, yaml);
        return new Kubeconfig(user, yaml, file);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
