package dev.mooring.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartValuesTest {
    @Test
    void nestsAValueByItsPath() {
        assertThat(ChartValues.defaults().with("webhook.url", "https://a").with("webhook.caBundle", "UEVN"))
                .isEqualTo(new ChartValues(
                        "mooring-system", Map.of("webhook", Map.of("url", "https://a", "caBundle", "UEVN"))));
    }

    @Test
    void replacesAValueThatWasGivenBefore() {
        assertThat(ChartValues.defaults().webhookUrl(URI.create("https://a")).webhookUrl(URI.create("https://b")))
                .isEqualTo(ChartValues.defaults().webhookUrl(URI.create("https://b")));
    }

    @Test
    void leavesTheValuesItCameFromAlone() {
        var values = ChartValues.defaults().with("exemptNamespaces", List.of("cni"));

        values.with("exemptNamespaces", List.of());

        assertThat(values.values()).containsEntry("exemptNamespaces", List.of("cni"));
    }

    @Test
    void keepsTheValuesInAnotherNamespace() {
        assertThat(ChartValues.defaults().with("crds.install", false).inNamespace("elsewhere"))
                .isEqualTo(new ChartValues("elsewhere", Map.of("crds", Map.of("install", false))));
    }
}
