/**
 * Compares the roles that the chart renders with the two tables that they are made from, and with what is known about them
 * without the tables.
 *
 * <p>The tables are {@code files/roles.csv} and {@code files/roles-resources.csv} of the chart; begin with {@link
 * dev.mooring.charts.roles.RoleTables}.
 */
@NullMarked
package dev.mooring.charts.roles;

import org.jspecify.annotations.NullMarked;
