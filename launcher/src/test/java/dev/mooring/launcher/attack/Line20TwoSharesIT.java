package dev.mooring.launcher.attack;

import dev.mooring.model.Access;
import dev.mooring.model.ScopeKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two shares that together would allow what neither allows. */
@Attack(line = 20)
class Line20TwoSharesIT {
    private static final String GUARD = "pods.mooring.dev";
    private static final String LONG_AGO = "2020-01-01T00:00:00Z";

    private final Site site;
    private final World world;
    private final Scene scene;
    private final String department;
    private final String reader;

    Line20TwoSharesIT(Site site) {
        this.site = site;
        scene = site.scene();
        world = site.world();
        department = world.department("two");
        reader = world.project(department, "reader");
    }

    @Test
    void aWriteShareThatHasEndedDoesNotRaiseAReadShareThatHasNot(Attempt attempt) {
        String data = data("ended");
        share(data, ScopeKind.PROJECT, reader, Access.READ_WRITE, LONG_AGO);
        share(data, ScopeKind.PROJECT, reader, Access.READ_ONLY, null);

        refused(attempt, reader, data + ":rw", "SharedReadOnly");
    }

    @Test
    void aWriteShareForAnotherProjectDoesNotRaiseTheDepartmentsReadShare(Attempt attempt) {
        String data = data("raised");
        String writer = world.project(department, "writer");
        share(data, ScopeKind.PROJECT, writer, Access.READ_WRITE, null);
        share(data, ScopeKind.DEPARTMENT, department, Access.READ_ONLY, null);

        refused(attempt, reader, data + ":rw", "SharedReadOnly");
    }

    @Test
    void aWriteShareOfOneDataVolumeDoesNotRaiseAnother(Attempt attempt) {
        String read = data("read");
        String write = data("write");
        share(read, ScopeKind.PROJECT, reader, Access.READ_ONLY, null);
        share(write, ScopeKind.PROJECT, reader, Access.READ_WRITE, null);

        refused(attempt, reader, read + ":rw", "SharedReadOnly");
    }

    @Test
    void aShareThatHasEndedDoesNotLendItsScopeToOneThatHasNot(Attempt attempt) {
        String data = data("lent");
        share(data, ScopeKind.DEPARTMENT, department, Access.READ_ONLY, LONG_AGO);
        share(data, ScopeKind.PROJECT, world.project(department, "other"), Access.READ_ONLY, null);
        share(data("seen"), ScopeKind.PROJECT, reader, Access.READ_ONLY, null);

        refused(attempt, reader, data, "NotShared");
    }

    @Test
    void twoSharesRaiseNothingWhileNobodyAnswers(Attempt attempt) {
        String data = data("unjudged");
        share(data, ScopeKind.PROJECT, world.project(department, "writer"), Access.READ_WRITE, null);
        share(data, ScopeKind.DEPARTMENT, department, Access.READ_ONLY, null);
        world.awaitAllowed(Pods.asking(reader, "reader", data).build());
        site.put(Processes.DOWN);

        attempt.refusedUnjudged(
                GUARD,
                () -> world.owner(reader)
                        .resource(Pods.asking(reader, "writer", data + ":rw").build())
                        .create());
        attempt.refusedUnjudged(
                GUARD,
                () -> world.owner(reader)
                        .resource(Pods.claiming(reader, "writer", "dvrw." + data.replace('/', '.'))
                                .build())
                        .create());
    }

    private String data(String name) {
        String fresh = world.fresh(name);
        world.dataVolume(scene.vision(), fresh);
        return scene.vision() + "/" + fresh;
    }

    /** Shares the data volume of a reference. */
    private void share(String reference, ScopeKind kind, String target, Access access, @Nullable String expiresAt) {
        String name = reference.substring(reference.indexOf('/') + 1);
        world.share(scene.vision(), name, kind, target, access, expiresAt);
    }

    /** Waits until the shares are known, and then sees the pod refused. */
    private void refused(Attempt attempt, String project, String reference, String reason) {
        world.eventually(() -> attempt.refused(
                GUARD,
                reason,
                () -> world.owner(project)
                        .resource(Pods.asking(project, "reader", reference).build())
                        .create()));
    }
}
