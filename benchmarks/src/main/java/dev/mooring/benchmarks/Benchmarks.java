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
        run(
                MutateBenchmark.class,
                (day, machine, measured) -> new Report(day, machine, measured).text(),
                Path.of(arguments[0]).resolve("mutate.md"),
                arguments);
    }

    /** Makes the text of the table of a run. */
    @FunctionalInterface
    interface Table {
        String text(LocalDate day, Machine machine, List<Measured> measured);
    }

    /** Runs the methods of one class and writes their table to {@code file}. */
    static void run(Class<?> benchmark, Table table, Path file, String... arguments)
            throws RunnerException, IOException, CommandLineOptionException {
        Machine machine = Machine.here();
        var options = new OptionsBuilder()
                .parent(new CommandLineOptions(given(arguments)))
                .include(benchmark.getName())
                .addProfiler(GCProfiler.class)
                .build();
        List<Measured> measured =
                new Runner(options).run().stream().map(Measured::of).toList();
        String text = table.text(LocalDate.now(ZoneOffset.UTC), machine, measured);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        System.out.println(text);
    }

    private static String[] given(String... arguments) {
        return arguments.length < 2 || arguments[1].isBlank()
                ? new String[0]
                : arguments[1].strip().split(" +", -1);
    }
}
