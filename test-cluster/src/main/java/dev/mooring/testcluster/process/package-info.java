/**
 * Processes and files that do not outlive their owner.
 *
 * <p>{@link dev.mooring.testcluster.process.Supervised} is a child that dies when this JVM does, however it does; {@link
 * dev.mooring.testcluster.process.Workspaces} hands out directories and sweeps those whose owner is gone. Nothing here
 * knows what a cluster is.
 */
@NullMarked
package dev.mooring.testcluster.process;

import org.jspecify.annotations.NullMarked;
