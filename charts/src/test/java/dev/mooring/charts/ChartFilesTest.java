package dev.mooring.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartFilesTest {
    @TempDir
    private Path directory;

    @Test
    void copiesTheChartOutOfADirectory() {
        ChartFiles.copy(Path.of("mooring").toUri(), directory.resolve("chart"));

        assertThat(directory.resolve("chart/templates/_helpers.tpl"))
                .hasSameTextualContentAs(Path.of("mooring/templates/_helpers.tpl"));
    }

    @Test
    void copiesTheChartOutOfAJar() throws IOException {
        var jar = URI.create("jar:" + directory.resolve("charts.jar").toUri());
        try (var files = FileSystems.newFileSystem(jar, Map.of("create", true))) {
            Files.createDirectories(files.getPath("/chart/templates"));
            Files.writeString(files.getPath("/chart/templates/one.yaml"), "kind: One");
        }

        ChartFiles.copy(URI.create(jar + "!/chart"), directory.resolve("chart"));

        assertThat(directory.resolve("chart/templates/one.yaml")).hasContent("kind: One");
    }
}
