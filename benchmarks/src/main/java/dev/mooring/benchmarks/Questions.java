package dev.mooring.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;

/** Measures what questions cost and writes the table of the run. */
public final class Questions {
    private Questions() {}

    /** Takes the directory of the results, and perhaps options of JMH in one string. */
    public static void main(String... arguments) throws RunnerException, IOException, CommandLineOptionException {
        Benchmarks.run(
                QuestionBenchmark.class,
                (day, machine, measured) -> new QuestionReport(day, machine, measured).text(),
                Path.of(arguments[0]).resolve("questions.md"),
                arguments);
    }
}
