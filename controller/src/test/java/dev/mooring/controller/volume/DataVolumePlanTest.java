package dev.mooring.controller.volume;

import static dev.mooring.controller.volume.ClaimFacts.Binding.BOUND;
import static dev.mooring.controller.volume.ClaimFacts.Binding.LOST;
import static dev.mooring.controller.volume.ClaimFacts.Binding.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.controller.backend.RefusalReason;
import dev.mooring.controller.backend.Verdict.Refused;
import dev.mooring.controller.object.Readiness;
import dev.mooring.controller.reconcile.Plan;
import dev.mooring.decision.Reason;
import dev.mooring.decision.StateReason;
import dev.mooring.model.OriginStatus;
import dev.mooring.model.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataVolumePlanTest {
    private static final ClaimFacts CLAIM = new ClaimFacts("claim-uid", false, false, BOUND, "imagenet");
    private static final OriginFacts ORIGIN = new OriginFacts(
            "pv-1", "claim-uid", "nfs", "10Gi", List.of("ReadWriteMany"), "Retain", "Delete", null, null, List.of());
    private static final OriginStatus STATUS =
            new OriginStatus("pv-1", "claim-uid", "nfs", "10Gi", List.of("ReadWriteMany"));
    private static final Counts USED = World.counts(2, 3, 4, 2, 1);
    private static final World READY =
            new World(false, true, DataVolumeFacts.Home.PROJECT, STATUS, CLAIM, ORIGIN, false, USED);

    @Test
    void isReadyWhenAllIsInPlace() {
        assertThat(READY.plan())
                .isEqualTo(Plan.of(
                        List.of(),
                        new DataVolumeReport(
                                Phase.READY,
                                STATUS,
                                USED,
                                new Readiness(
                                        true,
                                        StateReason.READY,
                                        "pods in the projects that it is shared with may mount it"),
                                new Readiness(true, StateReason.WRITABLE, "may be shared for writing"),
                                null)));
    }

    @Test
    void cannotBeSharedForWritingWhereItsVolumeCanOnlyBeRead() {
        var origin = new OriginFacts(
                "pv-1",
                "claim-uid",
                "nfs",
                "10Gi",
                List.of("ReadOnlyMany"),
                "Retain",
                null,
                null,
                new Refused(RefusalReason.VOLUME_IS_READ_ONLY, "no."),
                List.of());

        assertThat(READY.origin(origin).plan().report().writable())
                .isEqualTo(new Readiness(false, RefusalReason.VOLUME_IS_READ_ONLY, "no."));
    }

    @Test
    void namesTheVolumesThatLeadToItsStorage() {
        assertThat(READY.origin(aliased("copy", "other")).plan().report().aliased())
                .isEqualTo(new Readiness(
                        true,
                        StateReason.ALIASED,
                        "PersistentVolumes that are no mirrors lead to its storage: copy, other; who mounts one needs no share,"
                                + " so delete them or reserve them for this project's claims"));
    }

    @Test
    void namesOnlySomeOfManyVolumesThatLeadToItsStorage() {
        assertThat(READY.origin(aliased("a", "b", "c", "d", "e", "f", "g"))
                        .plan()
                        .report()
                        .aliased())
                .extracting(Readiness::message)
                .asString()
                .contains(": a, b, c, d, e and 2 more;");
    }

    @Test
    void namesThemWhenItIsNotReadyToo() {
        assertThat(READY.origin(aliased("copy")).taken(true).plan().report().aliased())
                .isNotNull();
        assertThat(READY.origin(aliased("copy")).deleting().plan().report().aliased())
                .isNotNull();
    }

    private static OriginFacts aliased(String... names) {
        return new OriginFacts(
                "pv-1",
                "claim-uid",
                "nfs",
                "10Gi",
                List.of("ReadWriteMany"),
                "Retain",
                null,
                null,
                null,
                List.of(names));
    }

    @Test
    void takesTheFinalizerBeforeItChangesAnything() {
        var fresh = READY.held(false)
                .noted(null)
                .claim(new ClaimFacts("claim-uid", false, false, BOUND, null))
                .origin(new OriginFacts(
                        "pv-1",
                        "claim-uid",
                        "nfs",
                        "10Gi",
                        List.of("ReadWriteMany"),
                        "Delete",
                        null,
                        null,
                        null,
                        List.of()));

        assertThat(fresh.plan().actions())
                .containsExactly(
                        new DataVolumeAction.AddFinalizer(),
                        new DataVolumeAction.LabelClaim("imagenet"),
                        new DataVolumeAction.RetainOrigin("Delete"));
    }

    @Test
    void notesThePolicyOfAVolumeThatIsRetainedAnyway() {
        assertThat(READY.origin(new OriginFacts(
                                "pv-1",
                                "claim-uid",
                                "nfs",
                                "10Gi",
                                List.of("ReadWriteMany"),
                                "Retain",
                                null,
                                null,
                                null,
                                List.of()))
                        .plan()
                        .actions())
                .containsExactly(new DataVolumeAction.RetainOrigin("Retain"));
    }

    @Test
    void notesThePolicyAgainWhenSomebodySetItBack() {
        assertThat(READY.origin(new OriginFacts(
                                "pv-1",
                                "claim-uid",
                                "nfs",
                                "10Gi",
                                List.of("ReadWriteMany"),
                                "Delete",
                                "Recycle",
                                null,
                                null,
                                List.of()))
                        .plan()
                        .actions())
                .containsExactly(new DataVolumeAction.RetainOrigin("Delete"));
    }

    @Test
    void isNotReadyOutsideAProject() {
        assertThat(READY.home(DataVolumeFacts.Home.NO_PROJECT).plan())
                .isEqualTo(objection(
                        Phase.NOT_READY,
                        StateReason.NOT_IN_A_PROJECT,
                        "lives in a namespace that is no project's, or whose project is not ready"));
    }

    @Test
    void isNotReadyWithoutItsClaim() {
        assertThat(READY.claim(null).plan())
                .isEqualTo(objection(Phase.NOT_READY, StateReason.CLAIM_MISSING, "claim \"data\" does not exist"));
    }

    @Test
    void isNotMadeOfAMirror() {
        assertThat(READY.claim(new ClaimFacts("claim-uid", false, true, BOUND, null))
                        .plan())
                .isEqualTo(objection(
                        Phase.NOT_READY,
                        StateReason.CLAIM_IS_MIRROR,
                        "claim \"data\" is a mirror of another project's data; only that project can share it"));
    }

    @Test
    void isNotMadeOfAClaimThatAnOlderOneHas() {
        assertThat(READY.taken(true).plan())
                .isEqualTo(objection(
                        Phase.NOT_READY,
                        StateReason.CLAIM_TAKEN,
                        "claim \"data\" has a data volume already, which is older; one claim is one data volume"));
    }

    @Test
    void aClaimThatWasMadeAgainIsOtherData() {
        assertThat(READY.claim(new ClaimFacts("other-uid", false, false, BOUND, null))
                        .plan())
                .isEqualTo(objection(
                        Phase.NOT_READY,
                        StateReason.CLAIM_REPLACED,
                        "claim \"data\" was deleted and made again, so it is other data; delete this data volume and make a"
                                + " new one"));
    }

    @Test
    void isNotReadyWhenItsClaimIsBeingDeleted() {
        assertThat(READY.claim(new ClaimFacts("claim-uid", true, false, BOUND, "imagenet"))
                        .plan())
                .isEqualTo(objection(Phase.NOT_READY, StateReason.CLAIM_ENDING, "claim \"data\" is being deleted"));
    }

    @Test
    void isNotReadyUntilItsClaimIsBound() {
        assertThat(READY.claim(new ClaimFacts("claim-uid", false, false, PENDING, null))
                        .origin(null)
                        .plan())
                .isEqualTo(objection(
                        Phase.NOT_READY, StateReason.CLAIM_NOT_BOUND, "claim \"data\" is not bound to a volume yet"));
    }

    @Test
    void isNotReadyWhenItsClaimHasLostItsVolume() {
        assertThat(READY.claim(new ClaimFacts("claim-uid", false, false, LOST, "imagenet"))
                        .origin(null)
                        .plan())
                .isEqualTo(objection(
                        Phase.NOT_READY,
                        StateReason.CLAIM_LOST,
                        "the volume of claim \"data\" was deleted; restore it, or delete this data volume"));
    }

    @Test
    void isBeingCreatedUntilItsVolumeIsSeen() {
        assertThat(READY.noted(null).origin(null).plan().report())
                .extracting(
                        DataVolumeReport::phase, report -> report.readiness().message())
                .containsExactly(Phase.CREATING, "the volume of claim \"data\" has not been seen yet");
    }

    @Test
    void isNotReadyWhenItsVolumeIsGone() {
        assertThat(READY.origin(null).plan())
                .isEqualTo(objection(
                        Phase.NOT_READY, StateReason.VOLUME_MISSING, "the volume of claim \"data\" does not exist"));
    }

    @Test
    void isNotReadyWhenItsVolumeIsAnotherClaims() {
        assertThat(READY.origin(new OriginFacts(
                                "pv-1", "other-uid", "nfs", "10Gi", List.of(), "Retain", null, null, null, List.of()))
                        .plan())
                .isEqualTo(objection(
                        Phase.NOT_READY, StateReason.VOLUME_MISSING, "the volume of claim \"data\" does not exist"));
    }

    @Test
    void saysWhyItsBackendIsRefusedAndLeavesTheVolumeAlone() {
        assertThat(READY.origin(new OriginFacts(
                                "pv-1",
                                "claim-uid",
                                "ebs",
                                null,
                                List.of(),
                                "Delete",
                                null,
                                new Refused(RefusalReason.DRIVER_UNKNOWN, "no."),
                                null,
                                List.of()))
                        .plan())
                .isEqualTo(objection(Phase.NOT_READY, RefusalReason.DRIVER_UNKNOWN, "no."));
    }

    @Test
    void whoIsDeletedWaitsForItsMirrors() {
        assertThat(READY.deleting().plan())
                .isEqualTo(Plan.of(
                        List.of(),
                        new DataVolumeReport(
                                Phase.DELETING,
                                STATUS,
                                USED,
                                new Readiness(
                                        false,
                                        StateReason.MIRRORS_REMAIN,
                                        "waits for 3 mirrors to go; each is kept as long as a pod uses it"),
                                null,
                                null)));
    }

    @Test
    void whoIsDeletedWaitsForItsLastMirror() {
        assertThat(READY.deleting()
                        .counts(World.counts(0, 1, 1, 0, 0))
                        .plan()
                        .report()
                        .readiness()
                        .message())
                .isEqualTo("waits for 1 mirror to go; it is kept as long as a pod uses it");
    }

    @Test
    void whoIsDeletedGivesBackThePolicyAndTheLabelAndGoes() {
        assertThat(READY.deleting().counts(World.UNUSED).plan().actions())
                .containsExactly(
                        new DataVolumeAction.RestoreOrigin("Delete"),
                        new DataVolumeAction.UnlabelClaim(),
                        new DataVolumeAction.RemoveFinalizer());
    }

    @Test
    void mirrorsDoNotHoldUpTheDeletionOfANamespace() {
        assertThat(READY.deleting().home(DataVolumeFacts.Home.ENDING).plan().actions())
                .containsExactly(
                        new DataVolumeAction.RestoreOrigin("Delete"),
                        new DataVolumeAction.UnlabelClaim(),
                        new DataVolumeAction.RemoveFinalizer());
    }

    @Test
    void whoIsDeletedLeavesTheVolumeOfAnotherClaimAlone() {
        var other = new OriginFacts(
                "pv-1", "other-uid", "nfs", "10Gi", List.of(), "Retain", "Delete", null, null, List.of());

        assertThat(READY.deleting().counts(World.UNUSED).origin(other).plan().actions())
                .containsExactly(new DataVolumeAction.UnlabelClaim(), new DataVolumeAction.RemoveFinalizer());
    }

    @Test
    void whoIsDeletedAfterACrashGivesBackAVolumeThatWasNotNotedYet() {
        assertThat(READY.deleting().counts(World.UNUSED).noted(null).plan().actions())
                .contains(new DataVolumeAction.RestoreOrigin("Delete"));
    }

    @Test
    void whoIsDeletedLeavesTheClaimOfAnOlderOneAlone() {
        var olders = new ClaimFacts("claim-uid", false, false, BOUND, "older");

        assertThat(READY.deleting()
                        .counts(World.UNUSED)
                        .noted(null)
                        .claim(olders)
                        .plan()
                        .actions())
                .containsExactly(new DataVolumeAction.RemoveFinalizer());
    }

    private static Plan<DataVolumeAction, DataVolumeReport> objection(Phase phase, Reason reason, String message) {
        return Plan.of(
                List.of(),
                new DataVolumeReport(phase, STATUS, USED, new Readiness(false, reason, message), null, null));
    }
}
