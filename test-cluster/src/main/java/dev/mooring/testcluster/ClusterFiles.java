package dev.mooring.testcluster;

import dev.mooring.testcluster.pki.Authority;
import dev.mooring.testcluster.pki.Identity;
import dev.mooring.testcluster.pki.Keys;
import dev.mooring.testcluster.process.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where things lie in a cluster's directory.
 *
 * @param directory the cluster's own, readable by its user only
 */
record ClusterFiles(Path directory) {
    private static final List<String> API_SERVER_NAMES =
            List.of("localhost", "127.0.0.1", "10.0.0.1", "kubernetes", "kubernetes.default", "kubernetes.default.svc");

    Path logs() {
        return directory.resolve("logs");
    }

    Path log(String component) {
        return logs().resolve(component + ".log");
    }

    Path auditLog() {
        return log("audit");
    }

    Path etcdData() {
        return directory.resolve("etcd");
    }

    Path auditPolicy() {
        return directory.resolve("audit-policy.yaml");
    }

    Path schedulerConfiguration() {
        return directory.resolve("scheduler.yaml");
    }

    Path kwokStages() {
        return directory.resolve("kwok.yaml");
    }

    /** Returns where a real node has its own. */
    Path node() {
        return directory.resolve("node");
    }

    Path certificate(String name) {
        return pki().resolve(name + ".crt");
    }

    Path key(String name) {
        return pki().resolve(name + ".key");
    }

    Path publicKey(String name) {
        return pki().resolve(name + ".pub");
    }

    Path kubeconfig(String name) {
        return directory.resolve("kubeconfigs").resolve(name.replaceAll("[^A-Za-z0-9.@_-]", "_") + ".kubeconfig");
    }

    /** Writes what every cluster needs before its first program starts. */
    void prepare(Authority authority) throws IOException {
        Files.createDirectories(logs());
        Files.createDirectories(pki());
        Files.createDirectories(kubeconfig("any").getParent());
        write("ca", authority.identity());
        write("apiserver", authority.server("kube-apiserver", API_SERVER_NAMES));
        KeyPair serviceAccounts = Keys.generate();
        Files.writeString(key("service-accounts"), Keys.privatePem(serviceAccounts));
        Files.writeString(publicKey("service-accounts"), Keys.publicPem(serviceAccounts));
        copyResource("audit-policy.yaml", auditPolicy());
        copyResource("kwok-stages.yaml", kwokStages());
    }

    /** Writes how kubelet knows the API server. */
    void prepareRealNode(Authority authority) throws IOException {
        write("kubelet-client", authority.user("kube-apiserver-kubelet-client", List.of("system:masters")));
    }

    /** Deletes all but the logs. */
    void deleteAllButLogs() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : entries.filter(Files::isDirectory).toList()) {
                if (!entry.equals(logs())) {
                    FileTree.delete(entry);
                }
            }
        }
    }

    private Path pki() {
        return directory.resolve("pki");
    }

    private void write(String name, Identity identity) throws IOException {
        Files.writeString(certificate(name), identity.certificatePem());
        Files.writeString(key(name), identity.keyPem());
    }

    private static void copyResource(String name, Path target) throws IOException {
        try (InputStream resource = ClusterFiles.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("\"" + name + "\" is missing from the class path");
            }
            Files.copy(resource, target);
        }
    }
}
