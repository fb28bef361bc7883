/** Tests of what becomes of consumers whose grant ended. */
@NullMarked
package dev.mooring.controller.revocation;

import org.jspecify.annotations.NullMarked;
