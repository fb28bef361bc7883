package dev.mooring.testcluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private static final Commands COMMANDS =
            new Commands(new ClusterFiles(Path.of("/cluster")), new Ports(1111, 2222, 3333));

    @Test
    void letFlagsOfTheCallerWin() {
        assertThat(COMMANDS.apiServer(List.of("--authorization-mode=AlwaysAllow")))
                .endsWith("--authorization-mode=AlwaysAllow");
    }

    @Test
    void listenOnTheLoopbackInterfaceOnly() {
        assertThat(COMMANDS.apiServer(List.of())).contains("--bind-address=127.0.0.1", "--secure-port=3333");
        assertThat(COMMANDS.etcd())
                .contains("--listen-client-urls=http://127.0.0.1:1111", "--listen-peer-urls=http://127.0.0.1:2222");
        assertThat(COMMANDS.controllerManager(Path.of("/k"))).contains("--secure-port=0");
    }

    /** A leftover program is known by its cluster's directory in its arguments. */
    @Test
    void nameTheDirectoryInTheArgumentsOfEachProgram() {
        assertThat(List.of(
                        COMMANDS.etcd(),
                        COMMANDS.apiServer(List.of()),
                        COMMANDS.controllerManager(Path.of("/k")),
                        COMMANDS.scheduler(),
                        COMMANDS.kwok(Path.of("/k"))))
                .allSatisfy(command -> assertThat(String.join(" ", command)).contains("/cluster/"));
    }
}
