package dev.mooring.decision;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a CSI driver is told of a volume, by a PersistentVolume or by a pod that has the volume written in it.
 *
 * @param handle empty in a pod, where there is none
 */
public record CsiVolume(String driver, String handle, Map<String, String> attributes, List<String> mountOptions) {
    private static final List<String> KUBERNETES_OWN = List.of("csi.storage.k8s.io/", "storage.kubernetes.io/");

    /** Copies the collections. */
    public CsiVolume {
        attributes = Map.copyOf(attributes);
        mountOptions = List.copyOf(mountOptions);
    }

    /** Returns where the data lies, as far as handle, attributes and mount options say so; more than one if they say it twice. */
    public Set<BackendIdentity> identities() {
        return CsiIdentities.of(this);
    }

    /** Returns where the data lies for a driver that finds it by the attributes, all of which count. */
    public BackendIdentity identityByAttributes() {
        var deciding = new TreeMap<String, String>();
        resolved().forEach((name, value) -> deciding.put(name.toLowerCase(Locale.ROOT), value));
        deciding.keySet().removeIf(name -> KUBERNETES_OWN.stream().anyMatch(name::startsWith));
        return new BackendIdentity("csi-attributes:" + driver, deciding.toString(), "/");
    }

    /** Returns the attributes by names in any case, with the placeholders filled in that drivers fill in. */
    SortedMap<String, String> resolved() {
        var resolved = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        attributes.forEach((name, value) -> resolved.put(
                name,
                value.replace("${pvc.metadata.namespace}", metadata("pvc/namespace"))
                        .replace("${pvc.metadata.name}", metadata("pvc/name"))
                        .replace("${pv.metadata.name}", metadata("pv/name"))));
        return resolved;
    }

    private String metadata(String name) {
        return attributes.getOrDefault("csi.storage.k8s.io/" + name, "");
    }
}
