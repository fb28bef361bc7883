/**
 * Renders and installs the Helm chart, the only home of Mooring's manifests.
 *
 * <p>For tests, the demo and benchmarks; no process of the product depends on it. Begin with {@link
 * dev.mooring.charts.ChartInstaller}; the chart itself is in {@code charts/mooring}.
 */
@NullMarked
package dev.mooring.charts;

import org.jspecify.annotations.NullMarked;
