/**
 * The two tables that the shipped roles are made from, read without any help of the chart's templates, for tests that compare
 * them with what people may really do.
 *
 * <p>Begin with {@link dev.mooring.charts.roles.RoleTables}; the tables are {@code files/roles.csv} and {@code
 * files/roles-resources.csv} of the chart.
 */
@NullMarked
package dev.mooring.charts.roles;

import org.jspecify.annotations.NullMarked;
