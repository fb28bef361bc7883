package dev.mooring.informers;

import dev.mooring.model.Access;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.DataVolumeShareSpec;
import dev.mooring.model.DataVolumeSpec;
import dev.mooring.model.Department;
import dev.mooring.model.DepartmentSpec;
import dev.mooring.model.MirrorMode;
import dev.mooring.model.NamespaceIdentity;
import dev.mooring.model.Project;
import dev.mooring.model.ProjectSpec;
import dev.mooring.model.RevokeMode;
import dev.mooring.model.ScopeKind;
import dev.mooring.model.ShareScope;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.jspecify.annotations.Nullable;

/** Objects as the API server stores them. */
final class Objects {
    static final String DELETED = "2026-11-24T10:00:00Z";

    static Namespace namespace(String name) {
        return new NamespaceBuilder().withMetadata(metadata("", name)).build();
    }

    static Department department(String namespace, String name) {
        var department = new Department();
        department.setMetadata(metadata(namespace, name));
        department.setSpec(new DepartmentSpec(null, null));
        return department;
    }

    static Project project(String namespace, String name) {
        var project = new Project();
        project.setMetadata(metadata(namespace, name));
        project.setSpec(new ProjectSpec(null));
        return project;
    }

    static DataVolume dataVolume(String namespace, String name, String claimName) {
        var volume = new DataVolume();
        volume.setMetadata(metadata(namespace, name));
        volume.setSpec(new DataVolumeSpec(claimName, null));
        return volume;
    }

    /** Reads an object as it comes over the wire, with whatever it lacks. */
    static <R extends HasMetadata> R read(Class<R> type, String yaml) {
        return new KubernetesSerialization().unmarshal(yaml, type);
    }

    /** A read-only share of {@code volume}, without end. */
    static DataVolumeShare share(DataVolume volume, String name, ShareScope scope) {
        return share(volume, name, scope, Access.READ_ONLY, null);
    }

    static DataVolumeShare share(
            DataVolume volume, String name, ShareScope scope, Access access, @Nullable String expiresAt) {
        var share = new DataVolumeShare();
        share.setMetadata(metadata(volume.getMetadata().getNamespace(), name));
        share.getMetadata().getOwnerReferences().add(ownedBy(volume));
        share.setSpec(new DataVolumeShareSpec(
                volume.getMetadata().getName(),
                scope,
                access,
                MirrorMode.ON_FIRST_USE,
                expiresAt,
                RevokeMode.KEEP,
                "ana"));
        return share;
    }

    static OwnerReference ownedBy(HasMetadata owner) {
        return new OwnerReferenceBuilder()
                .withApiVersion(owner.getApiVersion())
                .withKind(owner.getKind())
                .withName(owner.getMetadata().getName())
                .withUid(owner.getMetadata().getUid())
                .build();
    }

    static ShareScope scope(ScopeKind kind, @Nullable String name, NamespaceIdentity namespace) {
        return new ShareScope(kind, name, namespace.name(), namespace.uid());
    }

    static ObjectMeta metadata(String namespace, String name) {
        return new ObjectMetaBuilder()
                .withNamespace(namespace.isEmpty() ? null : namespace)
                .withName(name)
                .withUid("uid-of-" + name)
                .build();
    }

    private Objects() {}
}
