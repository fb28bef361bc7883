package dev.mooring.testcluster.binaries;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A directory of programs that an environment variable names. If it is of no use, that is told: somebody set it. */
final class GivenDirectory implements BinarySource {
    private final String variable;
    private final Map<String, String> environment;
    private final Consumer<String> out;

    GivenDirectory(String variable, Map<String, String> environment, Consumer<String> out) {
        this.variable = variable;
        this.environment = environment;
        this.out = out;
    }

    @Override
    public Answer find(Set<Binary> wanted) {
        String value = environment.getOrDefault(variable, "");
        if (value.isEmpty()) {
            return new NotHere(variable + " is not set: it may name a directory that has the programs");
        }
        Path directory = Path.of(value);
        String missing = wanted.stream()
                .filter(binary -> !Files.isExecutable(directory.resolve(binary.fileName())))
                .map(Binary::fileName)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            String reason = variable + " is \"" + value + "\", which lacks " + missing;
            out.accept("test-cluster: " + reason + "; looking elsewhere");
            return new NotHere(reason);
        }
        return new Found(wanted.stream()
                .collect(Collectors.toMap(Function.identity(), binary -> directory.resolve(binary.fileName()))));
    }
}
