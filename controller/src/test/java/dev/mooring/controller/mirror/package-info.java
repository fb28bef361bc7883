/** Tests of mirrors: the plan on plain facts and on a world in memory, the recipe field by field. */
@NullMarked
package dev.mooring.controller.mirror;

import org.jspecify.annotations.NullMarked;
