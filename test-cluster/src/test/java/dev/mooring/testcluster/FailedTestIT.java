package dev.mooring.testcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.platform.testkit.engine.EngineTestKit;

class FailedTestIT {
    private static final Pattern API_SERVER_LOG = Pattern.compile("\\S+/logs/kube-apiserver\\.log");

    @Test
    void namesTheLogsOfTheComponentsAndKeepsThem() {
        String told = errorOutputOf(() -> EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Fails.class))
                .configurationParameter("junit.jupiter.conditions.deactivate", "*")
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.failed(1)));

        assertThat(told).contains("fails(TestCluster) failed; the cluster's logs stay for a day: ");
        Matcher log = API_SERVER_LOG.matcher(told);
        assertThat(log.find()).isTrue();
        assertThat(Path.of(log.group())).isNotEmptyFile();
    }

    private static String errorOutputOf(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return captured.toString(StandardCharsets.UTF_8);
    }

    /** Only for the test above, which runs it by itself. */
    @EnabledIfSystemProperty(named = "never.set", matches = "true")
    @WithCluster(exclusive = true)
    static class Fails {
        @Test
        void fails(TestCluster cluster) {
            assertThat(cluster).isNull();
        }
    }
}
