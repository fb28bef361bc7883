/**
 * What the processes know about the cluster: informers that keep one small record for each object, indexes over these
 * records, and a cache of what was worked out from them.
 *
 * <p>Nothing here decides about a request and nothing here writes to the API server. A question is answered from memory,
 * on any thread; what is not known yet is a matter of {@link dev.mooring.informers.ClusterView#isReady() readiness}, not
 * of the question.
 *
 * <p>Start reading at {@link dev.mooring.informers.ClusterView}, which is what a process uses; then {@link
 * dev.mooring.informers.ProjectedInformer}, which feeds it.
 */
@NullMarked
package dev.mooring.informers;

import org.jspecify.annotations.NullMarked;
