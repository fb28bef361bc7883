package dev.mooring.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.Access;
import dev.mooring.model.DataVolume;
import org.junit.jupiter.api.Test;

/** What is deleted and made again under the same name inherits nothing. */
@Attack(line = 14)
class Line14MadeAgainIT {
    private static final String GUARD = "pods.mooring.dev";

    private final Site site;
    private final World world;
    private final String vision;
    private final String department;
    private final String reader;

    Line14MadeAgainIT(Site site) {
        this.site = site;
        world = site.world();
        vision = site.scene().vision();
        department = world.department("again");
        reader = world.project(department, "reader");
    }

    @Test
    void aProjectMadeAgainInheritsNoShare(Attempt attempt) {
        shareWithReader("again-project");
        world.delete(world.newProject(department, reader));

        var again = site.admin().resource(world.newProject(department, reader)).create();

        world.eventually(() -> assertThat(world.conditions(again)).isNotEmpty());
        attempt.refused(GUARD, "NotAProject", () -> ask("again-project"));
    }

    @Test
    void aNamespaceMadeAgainInheritsNoShare(Attempt attempt) {
        shareWithReader("again-namespace");
        var namespace = site.admin().namespaces().withName(reader).get();
        world.delete(namespace);

        world.namespaceNamed(reader);

        attempt.refused(
                GUARD,
                "NotAProject",
                () -> site.admin()
                        .resource(Pods.asking(reader, "reader", vision + "/again-namespace")
                                .build())
                        .create());
    }

    @Test
    void aNamespaceMadeAgainAndTakenAgainInheritsNoShare(Attempt attempt) {
        shareWithReader("again-adopted");
        world.delete(site.admin().namespaces().withName(reader).get());
        world.namespaceNamed(reader);
        site.admin()
                .namespaces()
                .withName(reader)
                .patch(Merge.PATCH, Merge.metadata("annotations", "mooring.dev/adopt", department + "/" + reader));
        world.awaitReady(world.newProject(department, reader));

        world.eventually(() -> attempt.refused(
                GUARD,
                "NotShared",
                () -> site.admin()
                        .resource(Pods.asking(reader, "reader", vision + "/again-adopted")
                                .build())
                        .create()));
    }

    @Test
    void aDataVolumeMadeAgainIsSharedWithNobody(Attempt attempt) {
        var volume = shareWithReader("again-volume");
        var claim = volume.getSpec().claimName();
        world.delete(volume);

        world.awaitReady(site.admin()
                .resource(world.newDataVolume(vision, "again-volume", claim))
                .create());

        attempt.refused(GUARD, "NotShared", () -> ask("again-volume"));
        attempt.hasNoEffect(
                "the share has gone with the first one",
                () -> world.eventually(
                        () -> assertThat(world.sharesOf(vision, "again-volume")).isEmpty()));
    }

    @Test
    void aDataVolumeMadeAgainIsMountedByNobodyWhileNobodyAnswers(Attempt attempt) {
        var volume = shareWithReader("again-unjudged");
        var claim = volume.getSpec().claimName();
        world.delete(volume);
        site.admin()
                .resource(world.newDataVolume(vision, "again-unjudged", claim))
                .create();
        site.put(Processes.DOWN);

        attempt.refusedUnjudged(GUARD, () -> ask("again-unjudged"));
    }

    @Test
    void aClaimIsNotMadeAgainUnderADataVolume(Attempt attempt) {
        refusedToDeleteTheOrigin(attempt);
    }

    @Test
    void aClaimIsNotMadeAgainUnderADataVolumeWhileNobodyAnswers(Attempt attempt) {
        site.put(Processes.DOWN);

        refusedToDeleteTheOrigin(attempt);
    }

    private void refusedToDeleteTheOrigin(Attempt attempt) {
        attempt.refused(
                "mooring-origin-claims",
                "OriginInUse",
                () -> world.owner(vision)
                        .persistentVolumeClaims()
                        .inNamespace(vision)
                        .withName(Scene.ORIGIN)
                        .delete());
    }

    private DataVolume shareWithReader(String name) {
        var volume = world.dataVolume(vision, name);
        world.share(vision, name, reader, Access.READ_ONLY);
        world.awaitAllowed(Pods.asking(reader, "reader", vision + "/" + name).build());
        return volume;
    }

    private void ask(String name) {
        world.owner(reader)
                .resource(Pods.asking(reader, "reader", vision + "/" + name).build())
                .create();
    }
}
