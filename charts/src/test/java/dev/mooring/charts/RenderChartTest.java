package dev.mooring.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RenderChartTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsTheManifests() {
        assertThat(run()).isZero();
        assertThat(out.toString()).isEqualTo(ChartRenderer.render(ChartValues.defaults()));
    }

    @Test
    void readsValuesAsYaml() {
        assertThat(run("-n", "ours", "--set", "webhook.url=https://a=b", "--set", "exemptNamespaces=[cni, csi]"))
                .isZero();
        assertThat(out.toString()).contains("url: https://a=b/mutate", "- csi", "namespace: ours");
    }

    @Test
    void saysWhatTheSchemaRefuses() {
        assertThat(run("--set", "webhook.url=9443")).isEqualTo(1);
        assertThat(err.toString()).contains("at '/webhook/url': got number, want string");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void saysWhichValueIsNotYaml() {
        assertThat(run("--set", "exemptNamespaces=[cni")).isEqualTo(2);
        assertThat(err.toString()).contains("--set exemptNamespaces: \"[cni\" is not YAML");
    }

    @Test
    void helpHelps() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("--set", "--namespace", "charts/mooring/values.yaml");
    }

    private int run(String... arguments) {
        return RenderChart.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
