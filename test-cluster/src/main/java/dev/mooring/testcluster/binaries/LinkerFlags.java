package dev.mooring.testcluster.binaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is handed to Go's linker: no debug information, and for Kubernetes the version that it tells its clients. */
final class LinkerFlags {
    private static final String STRIPPED = "-s -w";
    private static final Pattern KUBERNETES_VERSION =
            Pattern.compile("^\\s*(?:require )?k8s\\.io/kubernetes (v(\\d+)\\.(\\d+)\\.\\S+)", Pattern.MULTILINE);

    private LinkerFlags() {}

    /** Returns the flags for the module in {@code directory}; the version is the one its go.mod requires. */
    static String of(GoModule module, Path directory) throws IOException {
        return module == GoModule.KUBERNETES ? kubernetes(Files.readString(directory.resolve("go.mod"))) : STRIPPED;
    }

    static String kubernetes(String goMod) {
        Matcher version = KUBERNETES_VERSION.matcher(goMod);
        if (!version.find()) {
            throw new IllegalStateException("go.mod of the Kubernetes module does not require \"k8s.io/kubernetes\"");
        }
        String component = " -X k8s.io/component-base/version.git";
        return STRIPPED
                + component + "Version=" + version.group(1)
                + component + "Major=" + version.group(2)
                + component + "Minor=" + version.group(3)
                + component + "TreeState=clean"
                + " -X k8s.io/client-go/pkg/version.gitVersion=" + version.group(1);
    }
}
