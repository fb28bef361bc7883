/**
 * Measures what the budgets promise: the cost of a decision, and of a question, as ratios within one run; the first mount of a
 * project, and access rules coming into force, as time.
 *
 * <p>Nothing here is a test: a slow machine fails no build. The table in {@code results} is written by the run itself,
 * with the machine that it ran on. Begin with {@link dev.mooring.benchmarks.Benchmarks}, {@link
 * dev.mooring.benchmarks.Questions}, {@link dev.mooring.benchmarks.FirstMounts} and {@link
 * dev.mooring.benchmarks.AccessRules}.
 */
@NullMarked
package dev.mooring.benchmarks;

import org.jspecify.annotations.NullMarked;
