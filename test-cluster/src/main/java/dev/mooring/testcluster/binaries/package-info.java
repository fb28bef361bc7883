/**
 * Finds the programs a control plane is made of, and builds those that nobody has built yet.
 *
 * <p>A {@link dev.mooring.testcluster.binaries.BinarySource} is one place they may come from; {@link
 * dev.mooring.testcluster.binaries.Binaries} asks the sources in order, the Go build last. Nothing here starts a
 * control plane. Begin reading at {@code Binaries}; what must never go wrong is in {@code BinaryCache}.
 */
@NullMarked
package dev.mooring.testcluster.binaries;

import org.jspecify.annotations.NullMarked;
