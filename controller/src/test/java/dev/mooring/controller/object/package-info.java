/** Tests of what all reconcilers share. */
@NullMarked
package dev.mooring.controller.object;

import org.jspecify.annotations.NullMarked;
