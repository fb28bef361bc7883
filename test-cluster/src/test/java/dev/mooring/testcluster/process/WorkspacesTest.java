package dev.mooring.testcluster.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspacesTest {
    /** No process started in 1970. */
    private static final Owner DEAD = new Owner(ProcessHandle.current().pid(), 1);

    @TempDir
    private Path root;

    @TempDir
    private Path controlGroups;

    private Duration later = Duration.ZERO;

    @Test
    void givesEachCallerItsOwnPrivateDirectory() throws Exception {
        Path one = workspaces().create();
        Path other = workspaces().create();

        assertThat(one).isNotEqualTo(other);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                .isEqualTo("rwx------");
    }

    @Test
    void leavesTheLivingAlone() throws Exception {
        Path mine = workspaces().create();

        workspaces().create();

        assertThat(mine).exists();
    }

    @Test
    void sweepsWhatTheDeadLeft() throws Exception {
        Path left = leftByTheDead();

        workspaces().create();

        assertThat(left).doesNotExist();
    }

    @Test
    void sweepsADirectoryWhoseOwnerWasNeverWritten() throws Exception {
        Path left = workspaces().create();
        Files.delete(left.resolve("owner"));

        workspaces().create();

        assertThat(left).doesNotExist();
    }

    @Test
    void leavesWhatIsKeptForADay() throws Exception {
        Path kept = leftByTheDead();
        Workspaces.keep(kept);

        workspaces().create();
        assertThat(kept).exists();

        later = Duration.ofHours(25);
        workspaces().create();
        assertThat(kept).doesNotExist();
    }

    @Test
    void killsAProgramThatOutlivedItsOwner() throws Exception {
        Path left = leftByTheDead();
        Process survivor = new ProcessBuilder("sh", "-c", "read -r line # " + left).start();
        Files.writeString(Workspaces.pidFile(left, "etcd"), survivor.pid() + "\n");

        workspaces().create();

        assertThat(survivor.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void sparesAProcessThatHasTheSameIdByChance() throws Exception {
        Path left = leftByTheDead();
        Process stranger = new ProcessBuilder("sh", "-c", "read -r line").start();
        Files.writeString(Workspaces.pidFile(left, "etcd"), stranger.pid() + "\n");

        workspaces().create();

        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    @Test
    void deletesTheControlGroupsOfTheDead() throws Exception {
        Path mine = workspaces().create();
        Path left = leftByTheDead();
        Path group = controlGroups.resolve("memory").resolve(Cgroups.name(left));
        Path living = controlGroups.resolve("memory").resolve(Cgroups.name(mine));
        Files.createDirectories(group.resolve("k8s.io/container"));
        Files.createDirectories(living);

        workspaces().create();

        assertThat(group).doesNotExist();
        assertThat(living).exists();
    }

    private Workspaces workspaces() {
        return new Workspaces(
                root, new Cgroups(controlGroups), () -> Instant.now().plus(later));
    }

    private Path leftByTheDead() throws Exception {
        Path left = workspaces().create();
        DEAD.write(left);
        return left;
    }
}
