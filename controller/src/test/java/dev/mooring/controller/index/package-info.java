/** Tests of what the controller keeps in memory. */
@NullMarked
package dev.mooring.controller.index;

import org.jspecify.annotations.NullMarked;
