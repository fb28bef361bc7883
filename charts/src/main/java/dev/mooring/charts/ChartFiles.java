package dev.mooring.charts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Finds the chart beside this class, in a directory or in a jar. Helm reads directories only. */
final class ChartFiles {
    private ChartFiles() {}

    /** Copies the chart to {@code target}, which does not exist yet. */
    static void copyTo(Path target) {
        try {
            copy(Objects.requireNonNull(ChartFiles.class.getResource("mooring")).toURI(), target);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the chart is at no place that has a name", e);
        }
    }

    /** Copies the directory {@code chart}, of the file system or of a jar, to {@code target}. */
    static void copy(URI chart, Path target) {
        try {
            if (!"jar".equals(chart.getScheme())) {
                copy(Path.of(chart), target);
                return;
            }
            try (var jar = FileSystems.newFileSystem(jarOf(chart), Map.of())) {
                copy(jar.provider().getPath(chart), target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI jarOf(URI entry) {
        var text = entry.toString();
        return URI.create(text.substring(0, text.indexOf("!/")));
    }

    private static void copy(Path chart, Path target) throws IOException {
        try (var files = Files.walk(chart)) {
            files.forEach(
                    file -> copyOne(file, target.resolve(chart.relativize(file).toString())));
        }
    }

    private static void copyOne(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
