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
 * @param micros microseconds that half of the calls took at most. Not their mean: a call during which something else had
 *     the processor says nothing about us
 * @param mostMicros microseconds that nine of ten calls took at most
 * @param bytes bytes allocated by each call
 */
record Measured(String name, String shares, double micros, double mostMicros, double bytes) {
    static Measured of(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        String shares = result.getParams().getParam("shares");
        return new Measured(
                benchmark.substring(benchmark.lastIndexOf('.') + 1),
                shares == null ? "" : shares,
                result.getPrimaryResult().getStatistics().getPercentile(50),
                result.getPrimaryResult().getStatistics().getPercentile(90),
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
        return String.format(Locale.ROOT, "| %s | %.1f | %.1f | %,.0f |%n", what, micros, mostMicros, bytes);
    }
}
