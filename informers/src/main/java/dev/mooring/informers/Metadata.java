package dev.mooring.informers;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the metadata of objects. Everything that many objects repeat (namespaces, the UIDs of what they refer to) is
 * interned: ten thousand shares with one department hold its UID once.
 */
final class Metadata {
    static String name(HasMetadata object) {
        return required(object.getMetadata().getName(), "metadata.name");
    }

    static String namespace(HasMetadata object) {
        return repeated(object.getMetadata().getNamespace(), "metadata.namespace");
    }

    static String uid(HasMetadata object) {
        return required(object.getMetadata().getUid(), "metadata.uid");
    }

    static boolean isDeleting(HasMetadata object) {
        return object.getMetadata().getDeletionTimestamp() != null;
    }

    /** Returns the UID of the owner of this kind and name, in any version of the group. */
    static Optional<String> ownerUid(ObjectMeta metadata, String group, String kind, String name) {
        return metadata.getOwnerReferences().stream()
                .filter(owner -> kind.equals(owner.getKind()) && name.equals(owner.getName()))
                .filter(owner -> isOfGroup(owner, group))
                .map(OwnerReference::getUid)
                .map(String::intern)
                .findFirst();
    }

    private static boolean isOfGroup(OwnerReference owner, String group) {
        var version = owner.getApiVersion();
        return version != null && version.startsWith(group + "/");
    }

    /** Returns {@code value}; an object without it cannot be read. */
    static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("\"" + field + "\" is missing");
        }
        return value;
    }

    /** Returns the one copy of {@code value}; an object without it cannot be read. */
    static String repeated(@Nullable String value, String field) {
        return required(value, field).intern();
    }

    private Metadata() {}
}
