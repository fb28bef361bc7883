package dev.mooring.controller.backend;

import dev.mooring.decision.AccessMode;
import io.fabric8.kubernetes.api.model.CSIPersistentVolumeSource;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeSpecBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Mirrors volumes of Azure Files and Azure Blob as static ones.
 *
 * <p>The driver stages each handle once on a node, so a mirror needs a handle of its own; and it reads account and share from
 * the handle unless the attributes name them, so what the origin's handle says moves into the mirror's attributes. Each mount
 * sets the permissions of the share's root unless {@code mountPermissions} is nought.
 *
 * @param share the attribute that names the share
 * @param segments the attributes that the handle's segments stand for, in order; "" for one that stands for none
 * @param options how the driver spells a read-only mount, for all protocols but NFS
 */
record AzureShare(String share, List<String> segments, MountOptions options) implements MirrorStrategy {
    private static final String DISK = "diskName";
    private static final String ACCOUNT = "storageAccount";
    private static final String ACCOUNT_TOO = "storageAccountName";
    private static final int FEWEST_SEGMENTS = 3;

    static final AzureShare FILE = new AzureShare(
            "shareName",
            List.of("resourceGroup", ACCOUNT, "shareName", DISK, "", "secretNamespace", "subscriptionID"),
            MountOptions.MOUNT);
    static final AzureShare BLOB = new AzureShare(
            "containerName",
            List.of("resourceGroup", ACCOUNT, "containerName", "", "secretNamespace", "subscriptionID"),
            new MountOptions("-o ro", Set.of("-o rw")));

    AzureShare {
        segments = List.copyOf(segments);
    }

    @Override
    public Optional<Verdict.Refused> objection(PersistentVolumeSpec origin) {
        var attributes = attributes(origin.getCsi());
        if (!attributes.getOrDefault(DISK, "").isEmpty()) {
            return Optional.of(new Verdict.Refused(
                    RefusalReason.SINGLE_WRITER_STORAGE,
                    "the volume is a disk within a share, which one node may write; use a claim on a share without "
                            + DISK));
        }
        return attributes.getOrDefault(share, "").isEmpty()
                ? Optional.of(new Verdict.Refused(
                        RefusalReason.VOLUME_IS_INCOMPLETE,
                        "neither volumeAttributes nor volumeHandle of the volume say the " + share
                                + "; make the volume again with " + share + " in its volumeAttributes"))
                : Optional.empty();
    }

    @Override
    public void shape(
            PersistentVolumeSpecBuilder mirror, PersistentVolumeSpec origin, AccessMode access, String suffix) {
        var attributes = attributes(origin.getCsi());
        attributes.put("mountPermissions", "0");
        mirror.withMountOptions(options(attributes).of(origin.getMountOptions(), access))
                .withCsi(CsiCopy.of(origin.getCsi())
                        .withVolumeHandle(suffix)
                        .withVolumeAttributes(new HashMap<>(attributes))
                        .build());
    }

    private MountOptions options(Map<String, String> attributes) {
        var protocol = attributes.getOrDefault("protocol", "").toLowerCase(Locale.ROOT);
        return protocol.contains("nfs") ? MountOptions.MOUNT : options;
    }

    /** The driver does not mind the case of attributes, and what an attribute says counts more than the handle. */
    private Map<String, String> attributes(CSIPersistentVolumeSource origin) {
        var attributes = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        attributes.putAll(CsiCopy.attributes(origin));
        if (attributes.containsKey(ACCOUNT_TOO)) {
            attributes.putIfAbsent(ACCOUNT, attributes.get(ACCOUNT_TOO));
        }
        var said = origin.getVolumeHandle().split("#", -1);
        if (said.length >= FEWEST_SEGMENTS) {
            for (int i = 0; i < Math.min(said.length, segments.size()); i++) {
                if (!segments.get(i).isEmpty() && !said[i].isEmpty()) {
                    attributes.putIfAbsent(segments.get(i), said[i]);
                }
            }
        }
        return attributes;
    }
}
