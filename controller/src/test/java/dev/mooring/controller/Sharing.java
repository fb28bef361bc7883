package dev.mooring.controller;

import dev.mooring.model.Access;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.DataVolumeShareSpec;
import dev.mooring.model.DataVolumeSpec;
import dev.mooring.model.MirrorMode;
import dev.mooring.model.RevokeMode;
import dev.mooring.model.ScopeKind;
import dev.mooring.model.ShareScope;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import org.jspecify.annotations.Nullable;

/** Makes data volumes and shares. What the webhook would write into shares is written here. */
interface Sharing extends Scopes, Storage {
    /** Makes a project with a bound claim and a data volume {@code imagenet} over it, and waits until that is ready. */
    default DataVolume readyDataVolume(String department, String project) {
        readyProject(department, project);
        boundClaim(project);
        var volume = dataVolume(project, "imagenet", "data");
        awaitReason(volume, "Ready");
        return volume;
    }

    default DataVolume dataVolume(String namespace, String name, String claim) {
        var volume = new DataVolume();
        volume.setMetadata(Unmade.metadata(namespace, name));
        volume.setSpec(new DataVolumeSpec(claim, null));
        return admin().resource(volume).create();
    }

    /**
     * Deletes a data volume that has consumers, which the policies allow only while nobody has counted them yet; and so does
     * whoever runs without them.
     */
    default void deleteInUse(DataVolume volume) {
        eventually(() -> {
            account().resource(volume).subresource("status").patch(PatchContext.of(PatchType.JSON_MERGE), """
                    {"status": {"consumers": 0}}""");
            try {
                admin().resource(volume).delete();
                return true;
            } catch (KubernetesClientException e) {
                return false;
            }
        });
    }

    default DataVolumeShare shareWithProject(DataVolume volume, String project) {
        return share(volume, ScopeKind.PROJECT, project, project, Access.READ_ONLY, null);
    }

    /** Shares with a department that has the namespace which it gets by default. */
    default DataVolumeShare shareWithDepartment(DataVolume volume, String department) {
        return share(volume, ScopeKind.DEPARTMENT, department, "department-" + department, Access.READ_ONLY, null);
    }

    /** Shares with a project, in a way that evicts its pods when that ends. */
    default DataVolumeShare shareThatEvicts(
            DataVolume volume, ScopeKind kind, String name, String namespace, Access access) {
        var share = unmadeShare(volume, kind, name, namespace, access, MirrorMode.ON_FIRST_USE, null);
        var spec = share.getSpec();
        share.setSpec(new DataVolumeShareSpec(
                spec.dataVolume(),
                spec.scope(),
                spec.access(),
                spec.mirror(),
                spec.expiresAt(),
                RevokeMode.EVICT,
                spec.grantedBy()));
        return admin().resource(share).create();
    }

    default DataVolumeShare share(
            DataVolume volume,
            ScopeKind kind,
            @Nullable String name,
            String namespace,
            Access access,
            @Nullable String expiresAt) {
        return admin().resource(unmadeShare(volume, kind, name, namespace, access, MirrorMode.ON_FIRST_USE, expiresAt))
                .create();
    }

    /** Returns a share as the webhook would leave it, which nobody has made yet. */
    default DataVolumeShare unmadeShare(
            DataVolume volume,
            ScopeKind kind,
            @Nullable String name,
            String namespace,
            Access access,
            MirrorMode mirror,
            @Nullable String expiresAt) {
        var share = new DataVolumeShare();
        share.setMetadata(new ObjectMetaBuilder()
                .withNamespace(volume.getMetadata().getNamespace())
                .withName(volume.getMetadata().getName() + "-" + namespace)
                .withOwnerReferences(new OwnerReferenceBuilder()
                        .withApiVersion(volume.getApiVersion())
                        .withKind(volume.getKind())
                        .withName(volume.getMetadata().getName())
                        .withUid(volume.getMetadata().getUid())
                        .build())
                .build());
        var uid = admin().namespaces().withName(namespace).get().getMetadata().getUid();
        share.setSpec(new DataVolumeShareSpec(
                volume.getMetadata().getName(),
                new ShareScope(kind, name, namespace, uid),
                access,
                mirror,
                expiresAt,
                RevokeMode.KEEP,
                "ana"));
        return share;
    }
}
