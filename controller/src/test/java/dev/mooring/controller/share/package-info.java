/** Tests of what is said about shares. */
@NullMarked
package dev.mooring.controller.share;

import org.jspecify.annotations.NullMarked;
