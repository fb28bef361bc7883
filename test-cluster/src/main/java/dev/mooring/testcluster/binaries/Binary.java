package dev.mooring.testcluster.binaries;

/** A program of the control plane or of a node. */
public enum Binary {
    ETCD("etcd", GoModule.ETCD),
    KUBE_APISERVER("kube-apiserver", GoModule.KUBERNETES),
    KUBE_CONTROLLER_MANAGER("kube-controller-manager", GoModule.KUBERNETES),
    KUBE_SCHEDULER("kube-scheduler", GoModule.KUBERNETES),
    KUBELET("kubelet", GoModule.KUBERNETES),
    KUBE_PROXY("kube-proxy", GoModule.KUBERNETES),
    KUBECTL("kubectl", GoModule.KUBERNETES),
    KWOK("kwok", GoModule.KWOK),
    TOOLS("tools", GoModule.TOOLS),
    CSI_DRIVER("csi-driver", GoModule.TOOLS),
    RELAY("relay", GoModule.TOOLS);

    private final String fileName;
    private final GoModule module;

    Binary(String fileName, GoModule module) {
        this.fileName = fileName;
        this.module = module;
    }

    /** Returns the name of the program's file, which also names its log. */
    public String fileName() {
        return fileName;
    }

    /** Returns the Go module that builds it. */
    GoModule module() {
        return module;
    }
}
