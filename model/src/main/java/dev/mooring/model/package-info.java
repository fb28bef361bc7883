/**
 * Says what Mooring's objects look like: the custom resources as records, and the vocabulary of labels, annotations and
 * names that every other module shares.
 *
 * <p>Nothing here reads a cluster or decides anything. The annotations on the records are the source of the
 * CustomResourceDefinitions in {@code charts/mooring}; a test fails when the two drift apart. Begin with {@link
 * dev.mooring.model.DataVolumeShare}, then {@link dev.mooring.model.Labels}.
 */
@NullMarked
package dev.mooring.model;

import org.jspecify.annotations.NullMarked;
