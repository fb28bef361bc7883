package dev.mooring.testcluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of every program of a control plane.
 *
 * @param files where its files are
 * @param ports where it listens
 */
record Commands(ClusterFiles files, Ports ports) {
    /** Throw-away data: nothing is flushed to the disk. */
    List<String> etcd() {
        String clients = "http://127.0.0.1:" + ports.etcd();
        String peers = "http://127.0.0.1:" + ports.etcdPeer();
        return List.of(
                "--name=test",
                "--data-dir=" + files.etcdData(),
                "--listen-client-urls=" + clients,
                "--advertise-client-urls=" + clients,
                "--listen-peer-urls=" + peers,
                "--initial-advertise-peer-urls=" + peers,
                "--initial-cluster=test=" + peers,
                "--unsafe-no-fsync",
                "--log-level=warn");
    }

    List<String> apiServer(List<String> more) {
        List<String> flags = new ArrayList<>(List.of(
                "--etcd-servers=http://127.0.0.1:" + ports.etcd(),
                "--bind-address=127.0.0.1",
                "--advertise-address=127.0.0.1",
                // Endpoints may not be loopback addresses: leave those of the "kubernetes" Service alone.
                "--endpoint-reconciler-type=none",
                "--secure-port=" + ports.apiServer(),
                "--tls-cert-file=" + files.certificate("apiserver"),
                "--tls-private-key-file=" + files.key("apiserver"),
                "--client-ca-file=" + files.certificate("ca"),
                "--authorization-mode=Node,RBAC",
                "--enable-admission-plugins=NodeRestriction",
                "--allow-privileged=true",
                "--service-cluster-ip-range=10.0.0.0/16",
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-account-key-file=" + files.publicKey("service-accounts"),
                "--service-account-signing-key-file=" + files.key("service-accounts"),
                "--audit-policy-file=" + files.auditPolicy(),
                "--audit-log-path=" + files.auditLog(),
                "--audit-log-mode=blocking",
                // Megabytes: one file holds them all.
                "--audit-log-maxsize=100000"));
        flags.addAll(more);
        return flags;
    }

    /** What more the API server needs to reach a real kubelet, and pods behind a Service. */
    List<String> apiServerWithRealNode() {
        return List.of(
                "--kubelet-preferred-address-types=InternalIP",
                "--kubelet-client-certificate=" + files.certificate("kubelet-client"),
                "--kubelet-client-key=" + files.key("kubelet-client"),
                "--enable-aggregator-routing=true");
    }

    List<String> controllerManager(Path kubeconfig) {
        return List.of(
                "--kubeconfig=" + kubeconfig,
                "--leader-elect=false",
                "--secure-port=0",
                "--use-service-account-credentials=true",
                "--service-account-private-key-file=" + files.key("service-accounts"),
                "--root-ca-file=" + files.certificate("ca"),
                "--cluster-signing-cert-file=" + files.certificate("ca"),
                "--cluster-signing-key-file=" + files.key("ca"));
    }

    List<String> scheduler() {
        return List.of("--config=" + files.schedulerConfiguration(), "--secure-port=0");
    }

    List<String> kwok(Path kubeconfig) {
        return List.of(
                "--kubeconfig=" + kubeconfig,
                "--config=" + files.kwokStages(),
                "--manage-all-nodes=false",
                "--manage-nodes-with-annotation-selector=" + KwokNodes.ANNOTATION + "=" + KwokNodes.FAKE,
                "--cidr=10.244.0.1/16",
                "--node-lease-duration-seconds=40");
    }
}
