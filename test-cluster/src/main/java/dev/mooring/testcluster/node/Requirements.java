package dev.mooring.testcluster.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a machine must have to become a node. */
public final class Requirements {
    /** The programs that a node runs, by Debian's package that has them. */
    static final Map<String, List<String>> PROGRAMS = Map.of(
            "conntrack", List.of("conntrack"),
            "containerd", List.of("containerd", "containerd-shim-runc-v2", "ctr"),
            "iproute2", List.of("ip"),
            "iptables", List.of("iptables", "iptables-save", "iptables-restore"),
            "mount", List.of("mount"),
            "runc", List.of("runc"),
            "util-linux", List.of("nsenter", "unshare"));

    static final List<String> CNI_PLUGINS = List.of("bridge", "host-local", "loopback");

    private Requirements() {}

    /** Returns what {@code machine} lacks, one sentence for each; empty if it can be a node. */
    public static List<String> missing(Machine machine) {
        if (!machine.system().equals("Linux")) {
            return List.of("the system is \"" + machine.system() + "\": it must be Linux");
        }
        List<String> missing = new ArrayList<>();
        if (!machine.isRoot()) {
            missing.add("this is not root: only root may make network and mount namespaces");
        }
        new TreeMap<>(PROGRAMS)
                .forEach((debianPackage, programs) -> programs.stream()
                        .filter(program -> !machine.programs().contains(program))
                        .map(program -> "there is no program \"" + program + "\": Debian's package " + debianPackage
                                + " has it")
                        .forEach(missing::add));
        if (machine.cniPlugins() == null) {
            missing.add("neither /usr/lib/cni nor /opt/cni/bin has the CNI plugins " + String.join(", ", CNI_PLUGINS)
                    + ": Debian's package containernetworking-plugins has them");
        }
        if (!machine.hasWritableControlGroups()) {
            missing.add("no control groups are mounted so that they can be written");
        }
        if (machine.namespaceRefusal() != null) {
            missing.add("namespaces cannot be made: " + machine.namespaceRefusal());
        }
        return List.copyOf(missing);
    }
}
