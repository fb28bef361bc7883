/**
 * What the processes know about the cluster: informers that keep one small record for each object, indexes over these
 * records, and a cache of what was worked out from them.
 *
 * <p>Nothing here decides about a request. A question is answered from memory, on any thread; what is not known yet is a
 * matter of {@link dev.mooring.informers.ClusterView#isReady() readiness}, not of the question. Nothing is written to the
 * API server but heartbeats, by which a view knows how old it is ({@link dev.mooring.informers.KindAge} says how). It is asked
 * one question, which its own authorizer alone can answer: {@link dev.mooring.informers.AccessReviews}.
 *
 * <p>Start reading at {@link dev.mooring.informers.ClusterView}, which is what a process uses; then {@link
 * dev.mooring.informers.ProjectedInformer}, which feeds it.
 */
@NullMarked
package dev.mooring.informers;

import org.jspecify.annotations.NullMarked;
