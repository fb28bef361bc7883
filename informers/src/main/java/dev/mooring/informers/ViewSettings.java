package dev.mooring.informers;

import java.util.Set;

/**
 * What the view is told of the installation.
 *
 * @param ourNamespace Mooring's own namespace; objects of our kinds in it mean nothing
 * @param clusterScopeNamespace the namespace of the cluster scope, where departments live
 * @param driversByAttributes the CSI drivers of which an administrator says that they find their data by the attributes
 */
public record ViewSettings(String ourNamespace, String clusterScopeNamespace, Set<String> driversByAttributes) {
    /** Copies the set. */
    public ViewSettings {
        driversByAttributes = Set.copyOf(driversByAttributes);
    }
}
