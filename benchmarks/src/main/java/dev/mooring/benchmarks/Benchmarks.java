package dev.mooring.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks and writes the table of the run. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Takes the directory of the results, and perhaps options of JMH in one string. */
    public static void main(String... arguments) throws RunnerException, IOException, CommandLineOptionException {
        Path results = Path.of(arguments[0]);
        Machine machine = Machine.here();
        var options = new OptionsBuilder()
                .parent(new CommandLineOptions(given(arguments)))
                .include(MutateBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .build();
        List<Measured> measured =
                new Runner(options).run().stream().map(Measured::of).toList();
        String text = new Report(LocalDate.now(ZoneOffset.UTC), machine, measured).text();
        Files.createDirectories(results);
        Files.writeString(results.resolve("mutate.md"), text);
        System.out.println(text);
    }

    private static String[] given(String... arguments) {
        return arguments.length < 2 || arguments[1].isBlank()
                ? new String[0]
                : arguments[1].strip().split(" +", -1);
    }
}
