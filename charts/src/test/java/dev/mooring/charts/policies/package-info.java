/**
 * Shows the chart's admission policies what they refuse and what they let through.
 *
 * <p>The examples are files in {@code charts/src/test/resources/policies}; begin with {@link
 * dev.mooring.charts.policies.Example}.
 */
@NullMarked
package dev.mooring.charts.policies;

import org.jspecify.annotations.NullMarked;
