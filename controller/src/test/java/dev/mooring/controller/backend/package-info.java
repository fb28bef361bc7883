/** Tests of the table of backends, one strategy at a time. */
@NullMarked
package dev.mooring.controller.backend;

import org.jspecify.annotations.NullMarked;
