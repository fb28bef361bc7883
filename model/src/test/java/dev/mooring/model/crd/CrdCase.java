package dev.mooring.model.crd;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of {@code cases}: the states of one object, the first to be created, each later one to replace it. In a file
 * {@code invalid-*.yaml} the last is refused, and the first line says with which words.
 *
 * @param refusal what the API server answers, in part, or null if it accepts everything
 */
record CrdCase(String name, @Nullable String refusal, List<GenericKubernetesResource> states) {
    private static final Path CASES = Path.of("src", "test", "resources", "dev", "mooring", "model", "crd", "cases");
    private static final String REFUSED = "# refused: ";

    static List<CrdCase> valid() {
        return named("valid-");
    }

    static List<CrdCase> invalid() {
        return named("invalid-");
    }

    private static List<CrdCase> named(String prefix) {
        try (var files = Files.walk(CASES)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .map(CrdCase::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CrdCase read(Path file) {
        try {
            var text = Files.readString(file);
            var states = Arrays.stream(text.split("(?m)^---\n"))
                    .map(state -> Serialization.unmarshal(state, GenericKubernetesResource.class))
                    .toList();
            return new CrdCase(CASES.relativize(file).toString(), refusal(text), states);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String refusal(String text) {
        return text.startsWith(REFUSED) ? text.substring(REFUSED.length(), text.indexOf('\n')) : null;
    }

    @Override
    public String toString() {
        return name;
    }
}
