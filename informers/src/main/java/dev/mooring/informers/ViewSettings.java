package dev.mooring.informers;

/**
 * Which namespaces have a meaning of their own.
 *
 * @param ourNamespace Mooring's own namespace; objects of our kinds in it mean nothing
 * @param clusterScopeNamespace the namespace of the cluster scope, where departments live
 */
public record ViewSettings(String ourNamespace, String clusterScopeNamespace) {}
