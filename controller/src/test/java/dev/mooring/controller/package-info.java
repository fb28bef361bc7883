/** Tests of the controller: the wiring here, each concern in its own package, the whole against a real API server. */
@NullMarked
package dev.mooring.controller;

import org.jspecify.annotations.NullMarked;
