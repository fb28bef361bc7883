/** Tests of the queue and of the rounds, on a world of one number. */
@NullMarked
package dev.mooring.controller.reconcile;

import org.jspecify.annotations.NullMarked;
