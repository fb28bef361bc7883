package dev.mooring.testcluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeconfigTest {
    @TempDir
    private Path directory;

    @Test
    void carriesACertificate() throws IOException {
        Config config = Config.fromKubeconfig(
                Kubeconfig.ofCertificate("https://127.0.0.1:6443", "authority", "ana", "certificate", "key", file())
                        .yaml());

        assertThat(config.getMasterUrl()).isEqualTo("https://127.0.0.1:6443/");
        assertThat(decoded(config.getCaCertData())).isEqualTo("authority");
        assertThat(decoded(config.getClientCertData())).isEqualTo("certificate");
        assertThat(decoded(config.getClientKeyData())).isEqualTo("key");
    }

    @Test
    void carriesAToken() throws IOException {
        Kubeconfig kubeconfig =
                Kubeconfig.ofToken("https://127.0.0.1:6443", "authority", "system:serviceaccount:a:b", "t0ken", file());

        assertThat(Config.fromKubeconfig(kubeconfig.yaml()).getAutoOAuthToken()).isEqualTo("t0ken");
    }

    @Test
    void liesOnTheDiskToo() throws IOException {
        Kubeconfig kubeconfig = Kubeconfig.ofToken("https://127.0.0.1:6443", "authority", "ana", "t0ken", file());

        assertThat(kubeconfig.file()).hasContent(kubeconfig.yaml());
    }

    @Test
    void mayLeadToAnotherAddressThanTheCertificateNames() throws IOException {
        Path other = directory.resolve("other");
        Kubeconfig kubeconfig = Kubeconfig.ofToken("https://127.0.0.1:6443", "authority", "ana", "t0ken", file())
                .reachedAt("https://198.18.0.1:6443", other);

        assertThat(kubeconfig.yaml())
                .contains("server: https://198.18.0.1:6443\n")
                .contains("tls-server-name: localhost\n")
                .doesNotContain("127.0.0.1");
        assertThat(other).hasContent(kubeconfig.yaml());
    }

    private Path file() {
        return directory.resolve("kubeconfig");
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
