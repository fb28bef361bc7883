/** Tests of the decisions. Begin reading at {@code PodDecisionsTest}. */
@NullMarked
package dev.mooring.decision;

import org.jspecify.annotations.NullMarked;
