package dev.mooring.decision;

import static dev.mooring.decision.World.NOTES;
import static dev.mooring.decision.World.SCRATCH;
import static dev.mooring.decision.World.asking;
import static dev.mooring.decision.World.denied;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.Decision.Plan;
import org.junit.jupiter.api.Test;

class StorageCanBeWrittenTest {
    private static final VolumeState READ_ONLY = new VolumeState.ReadOnly("the volume has ReadOnlyMany alone");
    private static final World SHARED_FOR_WRITING =
            World.only(UsableVolume.shared(SCRATCH, "scratch-claim", READ_ONLY, AccessMode.READ_WRITE, Term.UNLIMITED));
    private static final String WHY =
            " asks to write, and data volume \"vision/scratch\" can only be read in other projects:"
                    + " the volume has ReadOnlyMany alone";

    @Test
    void deniesAReferenceThatAsksToWrite() {
        assertThat(SHARED_FOR_WRITING.mutate(asking("scratch:rw")))
                .isEqualTo(
                        denied(DenyReason.NOT_WRITABLE, "\"scratch:rw\" (column 1 of mooring.dev/data-volumes)" + WHY));
    }

    @Test
    void deniesATypedClaimForWriting() {
        assertThat(SHARED_FOR_WRITING.validate("""
                        {metadata: {name: 'train'},
                         spec: {volumes: [{name: 'mine', persistentVolumeClaim: {claimName: 'dvrw.vision.scratch'}}]}}
                        """))
                .isEqualTo(denied(DenyReason.NOT_WRITABLE, "volume \"mine\"" + WHY));
    }

    @Test
    void letsItBeRead() {
        assertThat(SHARED_FOR_WRITING.mutate(asking("scratch"))).isInstanceOf(Plan.class);
    }

    @Test
    void letsTheOwnerWrite() {
        var own = World.only(UsableVolume.own(NOTES, "notes-claim", READ_ONLY));

        assertThat(own.mutate(asking("notes:rw"))).isInstanceOf(Plan.class);
    }
}
