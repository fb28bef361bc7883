/**
 * A real Kubernetes control plane for tests and for people, without containers and ready in seconds.
 *
 * <p>A test says {@link dev.mooring.testcluster.WithCluster} and takes a client as a parameter; other code calls {@link
 * dev.mooring.testcluster.TestCluster#start}, where reading begins. Programs are found or built by {@code binaries},
 * {@code node} makes a {@link dev.mooring.testcluster.RealNode}, and nothing outlives the JVM thanks to {@code process}. This
 * package knows Kubernetes; it may not know Mooring: no type, no chart and no CRD of the product.
 */
@NullMarked
package dev.mooring.testcluster;

import org.jspecify.annotations.NullMarked;
