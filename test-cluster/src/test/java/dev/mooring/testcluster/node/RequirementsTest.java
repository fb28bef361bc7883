package dev.mooring.testcluster.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequirementsTest {
    private static final Path PLUGINS = Path.of("/usr/lib/cni");
    private static final Set<String> PROGRAMS =
            Requirements.PROGRAMS.values().stream().flatMap(Collection::stream).collect(Collectors.toUnmodifiableSet());

    @Test
    void areMetByAMachineThatHasAll() {
        assertThat(Requirements.missing(new Machine("Linux", true, PROGRAMS, PLUGINS, true, null)))
                .isEmpty();
    }

    @Test
    void areMetByNoOtherSystem() {
        assertThat(Requirements.missing(new Machine("Mac OS X", false, Set.of(), null, false, null)))
                .containsExactly("the system is \"Mac OS X\": it must be Linux");
    }

    @Test
    void nameThePackageOfEachProgram() {
        assertThat(Requirements.missing(new Machine("Linux", true, without("runc", "ctr"), PLUGINS, true, null)))
                .containsExactly(
                        "there is no program \"ctr\": Debian's package containerd has it",
                        "there is no program \"runc\": Debian's package runc has it");
    }

    @Test
    void areNamedAllAtOnce() {
        assertThat(Requirements.missing(machine(false, null, false, "unshare: operation not permitted")))
                .containsExactly(
                        "this is not root: only root may make network and mount namespaces",
                        "neither /usr/lib/cni nor /opt/cni/bin has the CNI plugins bridge, host-local, loopback:"
                                + " Debian's package containernetworking-plugins has them",
                        "no control groups are mounted so that they can be written",
                        "namespaces cannot be made: unshare: operation not permitted");
    }

    @Test
    void areNotMetByControlGroupsThatCanOnlyBeRead() {
        assertThat(Machine.hasWritableControlGroups("cgroup2 /sys/fs/cgroup cgroup2 ro,nosuid 0 0\n"))
                .isFalse();
        assertThat(Machine.hasWritableControlGroups("""
                tmpfs /sys/fs/cgroup tmpfs ro,mode=755 0 0
                cgroup /sys/fs/cgroup/cpu cgroup rw,relatime,cpu 0 0
                """)).isTrue();
    }

    private static Machine machine(
            boolean isRoot, @Nullable Path plugins, boolean hasControlGroups, @Nullable String refusal) {
        return new Machine("Linux", isRoot, PROGRAMS, plugins, hasControlGroups, refusal);
    }

    private static Set<String> without(String... programs) {
        return PROGRAMS.stream()
                .filter(program -> !Set.of(programs).contains(program))
                .collect(Collectors.toUnmodifiableSet());
    }
}
