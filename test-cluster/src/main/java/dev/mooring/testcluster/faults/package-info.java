/**
 * Faults between a process and the API server, on purpose and repeatable.
 *
 * <p>A {@link dev.mooring.testcluster.faults.FaultProxy} stands in front of a cluster's API server; a process whose kubeconfig
 * points to it meets the faults that a {@link dev.mooring.testcluster.faults.FaultPlan} chooses, for each request and for each
 * event of a watch. Credentials pass through it if they are tokens; certificates do not. It knows HTTP and how Kubernetes
 * watches, and nothing of what the objects mean. Begin reading at {@link dev.mooring.testcluster.faults.Fault}.
 */
@NullMarked
package dev.mooring.testcluster.faults;

import org.jspecify.annotations.NullMarked;
