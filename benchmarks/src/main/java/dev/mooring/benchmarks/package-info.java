/**
 * Measures what the budgets promise: the cost of a decision as ratios within one run, the first mount of a project as time.
 *
 * <p>Nothing here is a test: a slow machine fails no build. The table in {@code results} is written by the run itself,
 * with the machine that it ran on. Begin with {@link dev.mooring.benchmarks.Benchmarks} and {@link
 * dev.mooring.benchmarks.FirstMounts}.
 */
@NullMarked
package dev.mooring.benchmarks;

import org.jspecify.annotations.NullMarked;
