package dev.mooring.testcluster.binaries;

import java.util.Arrays;
import java.util.List;

/** A directory under {@code test-cluster/go}: one pinned module, one main package, one executable. */
enum GoModule {
    ETCD("etcd", "go.etcd.io/etcd/server/v3"),
    /** All Kubernetes commands in one executable that looks at the name it is called by. */
    KUBERNETES("kubernetes", "."),
    KWOK("kwok", "sigs.k8s.io/kwok/cmd/kwok"),
    /** What a real node needs beside Kubernetes, and its pods run. */
    TOOLS("tools", ".");

    private final String directory;
    private final String mainPackage;

    GoModule(String directory, String mainPackage) {
        this.directory = directory;
        this.mainPackage = mainPackage;
    }

    /** Returns the module's directory name, which also names its executable. */
    String directory() {
        return directory;
    }

    /** Returns the package to build, as {@code go build} wants it. */
    String mainPackage() {
        return mainPackage;
    }

    /** Returns the programs that this module's executable can be. */
    List<Binary> binaries() {
        return Arrays.stream(Binary.values())
                .filter(binary -> binary.module() == this)
                .toList();
    }
}
