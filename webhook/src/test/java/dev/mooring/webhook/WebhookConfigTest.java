package dev.mooring.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookConfigTest {
    @Test
    void hasDefaultsThatFitTheChart() {
        assertThat(WebhookConfig.from(Map.of()))
                .isEqualTo(new WebhookConfig(
                        "mooring-system",
                        "mooring-cluster",
                        Set.of(),
                        "0.0.0.0",
                        8443,
                        List.of(
                                "mooring-webhook.mooring-system.svc",
                                "mooring-webhook.mooring-system.svc.cluster.local")));
    }

    @Test
    void readsEveryVariable() {
        assertThat(WebhookConfig.from(Map.of(
                        "MOORING_NAMESPACE", "ours",
                        "MOORING_CLUSTER_SCOPE_NAMESPACE", "everybody",
                        "MOORING_ADDITIONAL_DRIVERS", "one.example=same-handle, two.example=suffix-handle,",
                        "MOORING_LISTEN_HOST", "127.0.0.1",
                        "MOORING_LISTEN_PORT", "0",
                        "MOORING_SERVING_NAMES", "localhost, 127.0.0.1,::1")))
                .isEqualTo(new WebhookConfig(
                        "ours",
                        "everybody",
                        Set.of("two.example"),
                        "127.0.0.1",
                        0,
                        List.of("localhost", "127.0.0.1", "::1")));
    }

    @ParameterizedTest
    @CsvSource({
        "MOORING_NAMESPACE, Ours, the name of a namespace",
        "MOORING_NAMESPACE, '', the name of a namespace",
        "MOORING_CLUSTER_SCOPE_NAMESPACE, a.b, the name of a namespace",
        "MOORING_ADDITIONAL_DRIVERS, one.example, 'driver=same-handle or driver=suffix-handle, with commas between them'",
        "MOORING_LISTEN_PORT, 65536, a number from 0 to 65535",
        "MOORING_LISTEN_PORT, -1, a number from 0 to 65535",
        "MOORING_LISTEN_PORT, https, a number from 0 to 65535",
        "MOORING_LISTEN_PORT, 99999999999, a number from 0 to 65535",
        "MOORING_SERVING_NAMES, 'a,,b', DNS names or addresses with commas between them"
    })
    void saysWhichVariableIsWrongAndWhatIsAllowed(String variable, String value, String allowed) {
        assertThatThrownBy(() -> WebhookConfig.from(Map.of(variable, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("%s is \"%s\" and must be %s", variable, value, allowed);
    }
}
