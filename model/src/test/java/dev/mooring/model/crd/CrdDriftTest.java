package dev.mooring.model.crd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the committed definitions with those that the records make; with {@code -Dcrds=write} it writes them first. */
class CrdDriftTest {
    private static final String COMMAND =
            "./mvnw -pl model -am test -Dtest=CrdDriftTest -Dcrds=write -Dsurefire.failIfNoSpecifiedTests=false";

    static Set<String> names() {
        return CrdGeneration.files().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void committedDefinitionIsWhatTheRecordsMake(String name) throws IOException {
        var file = CrdGeneration.COMMITTED.resolve(name);
        var generated = CrdGeneration.files().get(name);
        if ("write".equals(System.getProperty("crds"))) {
            Files.createDirectories(CrdGeneration.COMMITTED);
            Files.writeString(file, generated);
        }
        assertThat(file).as("write it with: " + COMMAND).content().isEqualTo(generated);
    }

    @Test
    void noOtherDefinitionIsCommitted() throws IOException {
        try (var committed = Files.list(CrdGeneration.COMMITTED)) {
            assertThat(committed.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(names());
        }
    }
}
