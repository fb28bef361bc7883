package dev.mooring.charts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Function;

/** Turns the chart into manifests with Helm as a library: no cluster and no {@code helm} are needed. */
public final class ChartRenderer {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the chart is rendered for; without it the library claims a version that the chart refuses. */
    private static final String KUBERNETES = "1.36.3";

    private ChartRenderer() {}

    /**
     * Returns all manifests as one YAML text, definitions first.
     *
     * @throws IllegalStateException with Helm's own words if the chart or its schema refuses the values
     */
    public static String render(ChartValues values) {
        return withChart(chart -> new Helm(chart)
                .template()
                .withName("mooring")
                .withNamespace(values.namespace())
                .withKubeVersion(KUBERNETES)
                .withValuesFile(write(values, chart))
                .call());
    }

    /** Returns what Helm's linter finds. */
    static LintResult lint() {
        return withChart(chart -> new Helm(chart).lint().strict().call());
    }

    private static Path write(ChartValues values, Path chart) {
        try {
            return Files.write(chart.resolveSibling("values.json"), JSON.writeValueAsBytes(values.values()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T withChart(Function<Path, T> use) {
        try {
            var directory = Files.createTempDirectory("mooring-chart");
            try {
                var chart = directory.resolve("mooring");
                ChartFiles.copyTo(chart);
                return use.apply(chart);
            } finally {
                delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
    }
}
