package dev.mooring.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServerSettingsTest {
    private static final ServerSettings SETTINGS =
            ServerSettings.listeningOn("127.0.0.1", 8443).withEventLoops(2);

    @Test
    void suitAnAdmissionWebhookByDefault() {
        assertThat(SETTINGS)
                .isEqualTo(new ServerSettings(
                        "127.0.0.1",
                        8443,
                        2,
                        8_388_608,
                        16_384,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(120),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(5)));
    }

    @Test
    void serveOnEveryProcessorByDefault() {
        assertThat(ServerSettings.listeningOn("::", 0).eventLoops())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void refuseAPortThatDoesNotExist() {
        assertThatThrownBy(() -> ServerSettings.listeningOn("::", 65_536))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("port \"65536\" must be 0 to 65535");
    }

    @Test
    void refuseToServeOnNoThread() {
        assertThatThrownBy(() -> SETTINGS.withEventLoops(0)).hasMessage("eventLoops \"0\" must be at least 1");
    }

    @Test
    void refuseToWaitForNoTime() {
        assertThatThrownBy(() -> SETTINGS.withTimeouts(Duration.ZERO, Duration.ofSeconds(1)))
                .hasMessage("requestTimeout \"PT0S\" must be more than nothing");
    }
}
