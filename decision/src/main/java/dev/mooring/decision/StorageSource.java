package dev.mooring.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a volume says of its storage. Pods that have the volume written in them and PersistentVolumes say it alike.
 *
 * @param kind the field that holds it, such as {@code nfs}
 * @param fields what it says in single texts and numbers, by name; what is left out is absent
 * @param attributes its map of free texts: {@code volumeAttributes} of csi, {@code options} of flexVolume
 * @param mountOptions those of the PersistentVolume
 */
public record StorageSource(
        String kind, Map<String, String> fields, Map<String, String> attributes, List<String> mountOptions) {
    private static final Map<String, Function<StorageSource, Set<BackendIdentity>>> BY_KIND = Map.of(
            "nfs",
            one(source -> BackendIdentity.nfs(source.field("server"), source.field("path"))),
            "hostPath",
            one(source -> BackendIdentity.directory(source.field("path"))),
            "local",
            one(source -> BackendIdentity.directory(source.field("path"))),
            "cephfs",
            one(source -> BackendIdentity.cephfs("", source.field("path"))),
            "iscsi",
            one(source -> BackendIdentity.iscsi(source.field("iqn"), source.field("lun", "0"))),
            "rbd",
            one(source -> BackendIdentity.rbd("", source.field("pool", "rbd"), source.field("image"))),
            "azureFile",
            one(source -> BackendIdentity.azureFile(source.field("shareName"))),
            "flexVolume",
            one(StorageSource::flexVolume),
            "csi",
            source -> source.csiVolume().identities());

    /** The fields of a volume that hold storage of which something is known. */
    public static final Set<String> KINDS = BY_KIND.keySet();

    /** Copies the collections. */
    public StorageSource {
        fields = Map.copyOf(fields);
        attributes = Map.copyOf(attributes);
        mountOptions = List.copyOf(mountOptions);
    }

    /** Returns a source that says no more than these fields. */
    public static StorageSource of(String kind, Map<String, String> fields) {
        return new StorageSource(kind, fields, Map.of(), List.of());
    }

    /** Returns the same source in a PersistentVolume with these options. */
    public StorageSource mountedWith(List<String> options) {
        return new StorageSource(kind, fields, attributes, options);
    }

    /** Returns where the data lies, as far as the volume says so; more than one if it says it twice. */
    public Set<BackendIdentity> identities() {
        return BY_KIND.getOrDefault(kind, ignored -> Set.of()).apply(this);
    }

    /**
     * Returns the same, and for csi volumes of the drivers that find their data by the attributes also these.
     *
     * @param byAttributes those drivers
     */
    public Set<BackendIdentity> identities(Set<String> byAttributes) {
        if (!kind.equals("csi") || !byAttributes.contains(field("driver"))) {
            return identities();
        }
        var all = new HashSet<>(identities());
        all.add(csiVolume().identityByAttributes());
        return Set.copyOf(all);
    }

    /** Returns what the driver of a csi volume is told. */
    private CsiVolume csiVolume() {
        return new CsiVolume(field("driver"), field("volumeHandle"), attributes, mountOptions);
    }

    private BackendIdentity flexVolume() {
        return new BackendIdentity(kind + ":" + field("driver"), new TreeMap<>(attributes).toString(), "/");
    }

    private String field(String name) {
        return field(name, "");
    }

    private String field(String name, String otherwise) {
        return fields.getOrDefault(name, otherwise);
    }

    private static Function<StorageSource, Set<BackendIdentity>> one(Function<StorageSource, BackendIdentity> place) {
        return source -> Set.of(place.apply(source));
    }
}
