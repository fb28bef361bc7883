/** Tests of what is done for data volumes, on plain facts and on a world in memory. */
@NullMarked
package dev.mooring.controller.volume;

import org.jspecify.annotations.NullMarked;
