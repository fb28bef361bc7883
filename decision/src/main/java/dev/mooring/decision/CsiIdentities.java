package dev.mooring.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads from CSI volumes where their data lies, driver by driver. A driver that is not here has its handles, nothing else. */
final class CsiIdentities {
    private static final String CEPHFS = "cephfs.csi.ceph.com";
    private static final String RBD = "rbd.csi.ceph.com";
    private static final Pattern DIRECTORY_OF_BUCKET = Pattern.compile("(?:--)?(?:only-dir|prefix)[ :=]\\s*(.+)");
    private static final String EVERY_BUCKET = "_";

    private static final Map<String, Function<CsiVolume, Stream<BackendIdentity>>> BY_DRIVER = Map.of(
            "nfs.csi.k8s.io",
            CsiIdentities::nfs,
            "efs.csi.aws.com",
            CsiIdentities::efs,
            "fsx.csi.aws.com",
            CsiIdentities::lustre,
            "gcsfuse.csi.storage.gke.io",
            CsiIdentities::cloudStorage,
            "s3.csi.aws.com",
            CsiIdentities::s3,
            "file.csi.azure.com",
            volume -> azure(volume, "shareName", "file.core.windows.net"),
            "blob.csi.azure.com",
            volume -> azure(volume, "containerName", "blob.core.windows.net"),
            "filestore.csi.storage.gke.io",
            CsiIdentities::filestore,
            CEPHFS,
            CsiIdentities::cephfs,
            RBD,
            CsiIdentities::rbd);

    private CsiIdentities() {}

    static Set<BackendIdentity> of(CsiVolume volume) {
        var identities = new HashSet<BackendIdentity>();
        if (!volume.handle().isEmpty()) {
            identities.add(BackendIdentity.handle(volume.driver(), volume.handle()));
        }
        BY_DRIVER
                .getOrDefault(row(volume.driver()), ignored -> Stream.of())
                .apply(volume)
                .forEach(identities::add);
        return Set.copyOf(identities);
    }

    /** Each Rook cluster has drivers of its own, named after its namespace. */
    private static String row(String driver) {
        return Stream.of(CEPHFS, RBD)
                .filter(ceph -> driver.endsWith("." + ceph))
                .findFirst()
                .orElse(driver);
    }

    private static Stream<BackendIdentity> nfs(CsiVolume volume) {
        var said = volume.resolved();
        return Stream.of(BackendIdentity.nfs(
                said.getOrDefault("server", ""),
                said.getOrDefault("share", "") + "/" + said.getOrDefault("subDir", "")));
    }

    /** An access point has a root of its own somewhere below the file system's, and only EFS knows where. */
    private static Stream<BackendIdentity> efs(CsiVolume volume) {
        var parts = List.of(volume.handle().replaceFirst("^(efs|s3files):", "").split(":", -1));
        var path = parts.size() > 1 ? parts.get(1) : "";
        var accessPoint = parts.size() > 2 ? parts.get(2) : "";
        var root = accessPoint.isEmpty() ? "" : "/.access-points/" + accessPoint;
        return Stream.of(new BackendIdentity("efs", parts.getFirst(), root + "/" + path));
    }

    private static Stream<BackendIdentity> lustre(CsiVolume volume) {
        var said = volume.resolved();
        return Stream.of(new BackendIdentity(
                "lustre", HostName.normal(said.getOrDefault("dnsname", "")), said.getOrDefault("mountname", "fsx")));
    }

    private static Stream<BackendIdentity> cloudStorage(CsiVolume volume) {
        var bucket = volume.handle().isEmpty()
                ? volume.resolved().getOrDefault("bucketName", "")
                : volume.handle().split(":", 2)[0];
        return Stream.of(new BackendIdentity("gs", bucket.equals(EVERY_BUCKET) ? "" : bucket, directory(volume)));
    }

    private static Stream<BackendIdentity> s3(CsiVolume volume) {
        return Stream.of(
                new BackendIdentity("s3", volume.resolved().getOrDefault("bucketName", ""), directory(volume)));
    }

    private static String directory(CsiVolume volume) {
        var inPod = volume.resolved().getOrDefault("mountOptions", "").split(",", -1);
        return Stream.concat(volume.mountOptions().stream(), Stream.of(inPod))
                .map(option -> DIRECTORY_OF_BUCKET.matcher(option.strip()))
                .filter(option -> option.matches())
                .map(option -> option.group(1))
                .findFirst()
                .orElse("");
    }

    private static Stream<BackendIdentity> azure(CsiVolume volume, String shareName, String domain) {
        var said = volume.resolved();
        var handle = volume.handle().split("#", -1);
        boolean tells = handle.length > 2;
        var account =
                said.getOrDefault("storageAccount", said.getOrDefault("storageAccountName", tells ? handle[1] : ""));
        var share = said.getOrDefault(shareName, tells ? handle[2] : "");
        var path = share + "/" + said.getOrDefault("folderName", "");
        var identity = new BackendIdentity("azure:" + shareName, account, path);
        return said.getOrDefault("protocol", "").contains("nfs")
                ? Stream.of(
                        identity,
                        BackendIdentity.nfs(said.getOrDefault("server", account + "." + domain), account + "/" + path))
                : Stream.of(identity);
    }

    private static Stream<BackendIdentity> filestore(CsiVolume volume) {
        var said = volume.resolved();
        var share = volume.handle().substring(volume.handle().lastIndexOf('/') + 1);
        return Stream.of(BackendIdentity.nfs(
                said.getOrDefault("ip", ""),
                volume.handle().startsWith("modeMultishare") ? share : said.getOrDefault("volume", share)));
    }

    private static Stream<BackendIdentity> cephfs(CsiVolume volume) {
        var said = volume.resolved();
        var path = said.getOrDefault("subvolumePath", said.getOrDefault("rootPath", ""));
        return path.isEmpty()
                ? Stream.of()
                : Stream.of(BackendIdentity.cephfs(said.getOrDefault("clusterID", ""), path));
    }

    private static Stream<BackendIdentity> rbd(CsiVolume volume) {
        var said = volume.resolved();
        boolean written = said.getOrDefault("staticVolume", "").equals("true");
        var image = said.getOrDefault("imageName", written ? volume.handle() : "");
        return image.isEmpty()
                ? Stream.of()
                : Stream.of(
                        BackendIdentity.rbd(said.getOrDefault("clusterID", ""), said.getOrDefault("pool", ""), image));
    }
}
