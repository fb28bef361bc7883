/**
 * Measures what the budgets promise, as ratios within one run.
 *
 * <p>Nothing here is a test: a slow machine fails no build. The table in {@code results} is written by the run itself,
 * with the machine that it ran on. Begin with {@link dev.mooring.benchmarks.Benchmarks}.
 */
@NullMarked
package dev.mooring.benchmarks;

import org.jspecify.annotations.NullMarked;
