package dev.mooring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DenyReasonTest {
    @Test
    void labelsNeverChange() {
        assertThat(Arrays.stream(DenyReason.values()).map(DenyReason::label))
                .containsExactly(
                        "NotAProject",
                        "UnreadableReference",
                        "NotShared",
                        "AmbiguousReference",
                        "SharedReadOnly",
                        "NotReady",
                        "MirrorEnding",
                        "MirrorInOrigin",
                        "UnreadableClaimName",
                        "SameVolumeTwice",
                        "VolumeNameTaken",
                        "MountPathConflict",
                        "ForbiddenPath",
                        "UnknownContainer",
                        "BlockDevice",
                        "MountPropagation",
                        "SubPathExpression",
                        "NotReadOnly",
                        "NotMounted",
                        "AssetsNotAvailable",
                        "UnknownDataVolume",
                        "UnknownTarget",
                        "TargetNotYet",
                        "SharedWithOrigin",
                        "ForgedField");
    }

    @Test
    void onlyATargetThatIsStillBeingMadeIsWorthAskingForAgain() {
        assertThat(Arrays.stream(DenyReason.values()).filter(reason -> reason.httpCode() != 403))
                .containsExactly(DenyReason.TARGET_NOT_YET);
        assertThat(DenyReason.TARGET_NOT_YET.httpCode()).isEqualTo(429);
    }
}
