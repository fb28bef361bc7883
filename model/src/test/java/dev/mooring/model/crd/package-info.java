/**
 * Generates the CustomResourceDefinitions from the records and proves them: against the committed files, and against a
 * real API server with one object for each rule.
 *
 * <p>It is the only writer of {@code charts/mooring/files/crds}. Begin with {@link dev.mooring.model.crd.CrdGeneration}.
 */
@NullMarked
package dev.mooring.model.crd;

import org.jspecify.annotations.NullMarked;
