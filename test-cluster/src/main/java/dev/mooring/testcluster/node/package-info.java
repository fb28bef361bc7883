/**
 * What makes a part of this machine a Kubernetes node: namespaces, a network, files of settings and images.
 *
 * <p>{@link dev.mooring.testcluster.node.Requirements} says whether it can be one. {@code node.sh} makes the {@link
 * dev.mooring.testcluster.node.Namespaces}, and that is where reading begins: what a kubelet changes in a machine it
 * changes in there, and it is gone with the last process. Nothing here installs anything, or knows the API server.
 */
@NullMarked
package dev.mooring.testcluster.node;

import org.jspecify.annotations.NullMarked;
