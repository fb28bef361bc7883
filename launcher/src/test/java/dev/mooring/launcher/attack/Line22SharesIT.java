package dev.mooring.launcher.attack;

import dev.mooring.model.Access;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.ScopeKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A share with those to whom its author may not give anything. */
@Attack(line = 22)
class Line22SharesIT {
    private static final String GUARD = "mooring-share-targets";
    private static final String DATA = "data";
    private static final String REASON = "TargetNotYours";

    private final World world;
    private final Scene scene;
    private final String lender;

    Line22SharesIT(Site site) {
        world = site.world();
        scene = site.scene();
        lender = world.project(scene.department(), "lender");
        world.dataVolume(lender, DATA);
    }

    @Test
    void anOwnerDoesNotShareWithAProjectWhereHeMayNot(Attempt attempt) {
        refused(attempt, ScopeKind.PROJECT, scene.ads(), "project \"" + scene.ads() + "\"");
    }

    @Test
    void anOwnerDoesNotShareWithADepartmentWhereHeMayNot(Attempt attempt) {
        refused(
                attempt,
                ScopeKind.DEPARTMENT,
                scene.otherDepartment(),
                "department \"" + scene.otherDepartment() + "\"");
    }

    @Test
    void anOwnerDoesNotShareWithTheWholeCluster(Attempt attempt) {
        refused(attempt, ScopeKind.CLUSTER, null, "the whole cluster");
    }

    @Test
    void anOwnerDoesNotRaiseToWritingWhatAnAdministratorShared(Attempt attempt) {
        change(attempt, null, "\"access\":\"ReadWrite\"");
    }

    @Test
    void anOwnerDoesNotPutOffTheEndOfWhatAnAdministratorShared(Attempt attempt) {
        var soon = Instant.now().plusSeconds(3_600);
        change(attempt, soon.toString(), "\"expiresAt\":\"" + soon.plusSeconds(1) + "\"");
    }

    @Test
    void anOwnerDoesNotTakeAwayTheEndOfWhatAnAdministratorShared(Attempt attempt) {
        change(attempt, Instant.now().plusSeconds(3_600).toString(), "\"expiresAt\":null");
    }

    private void refused(Attempt attempt, ScopeKind kind, @Nullable String target, String spelled) {
        attempt.refused(
                GUARD,
                REASON,
                () -> world.owner(lender).resource(share(kind, target, null)).create(),
                spelled);
    }

    private void change(Attempt attempt, @Nullable String expiresAt, String field) {
        var made = world.admin()
                .resource(share(ScopeKind.PROJECT, scene.ads(), expiresAt))
                .create();

        attempt.refused(
                GUARD,
                REASON,
                () -> world.owner(lender).resource(made).patch(Merge.PATCH, "{\"spec\":{" + field + "}}"));
    }

    private DataVolumeShare share(ScopeKind kind, @Nullable String target, @Nullable String expiresAt) {
        return world.newShare(lender, DATA, kind, target, Access.READ_ONLY, expiresAt);
    }
}
