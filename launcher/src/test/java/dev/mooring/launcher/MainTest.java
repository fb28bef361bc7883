package dev.mooring.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpNamesEveryProcess() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("webhook", "controller");
    }

    @ParameterizedTest
    @CsvSource({
        "webhook, MOORING_LISTEN_PORT",
        "webhook, MOORING_ADDITIONAL_DRIVERS",
        "controller, MOORING_ALLOW_NODE_LOCAL",
        "controller, MOORING_ADDITIONAL_DRIVERS"
    })
    void helpOfAProcessNamesItsVariables(String process, String variable) {
        assertThat(run(process, "--help")).isZero();
        assertThat(out.toString()).contains(variable, "KUBECONFIG");
    }

    @Test
    void saysWhichProcessesThereAreWhenNoneIsNamed() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("One of: webhook, controller");
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhok", "--listen-port"})
    void refusesWhatItDoesNotKnow(String argument) {
        assertThat(run(argument)).isEqualTo(2);
        assertThat(err.toString()).contains(argument);
    }

    @Test
    void readsTheEnvironmentOfEachProcess() {
        Map<String, String> environment =
                Map.of("MOORING_LISTEN_PORT", "9443", "MOORING_ALLOW_NODE_LOCAL", "true", "MOORING_NAMESPACE", "ours");

        assertThat(new WebhookCommand().configure(environment).listenPort()).isEqualTo(9443);
        assertThat(new ControllerCommand().configure(environment).backends().allowNodeLocal())
                .isTrue();
    }

    private int run(String... arguments) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
