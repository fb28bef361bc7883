package dev.mooring.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What one benchmark came to.
 *
 * @param shares the parameter, or "" where there is none
 * @param micros microseconds for each call
 * @param error half of the 99.9 % confidence interval of {@code micros}
 * @param bytes bytes allocated by each call
 */
record Measured(String name, String shares, double micros, double error, double bytes) {
    static Measured of(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        String shares = result.getParams().getParam("shares");
        return new Measured(
                benchmark.substring(benchmark.lastIndexOf('.') + 1),
                shares == null ? "" : shares,
                result.getPrimaryResult().getScore(),
                result.getPrimaryResult().getScoreError(),
                allocated(result));
    }

    private static double allocated(RunResult result) {
        Result<?> allocation = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return Objects.requireNonNull(allocation, "run with the profiler gc").getScore();
    }

    static Measured named(Collection<Measured> all, String name) {
        return all.stream()
                .filter(one -> one.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no benchmark is called " + name));
    }

    /** One line of a table. */
    String row(String what) {
        return String.format(Locale.ROOT, "| %s | %.1f ± %.1f | %,.0f |%n", what, micros, error, bytes);
    }
}
