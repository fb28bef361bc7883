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
                        "SubmitterSeesNothing",
                        "SubmitterUnknown",
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
                        "ForgedField",
                        "ViewNotReady",
                        "ViewTooOld",
                        "TooManyQuestions",
                        "MalformedObject",
                        "NotServed",
                        "TooManyMounts",
                        "NotWritable",
                        "StorageHeld",
                        "SameStorageTwice");
    }

    @Test
    void tellsToAskAgainWhereThatMayHelp() {
        assertThat(DenyReason.TARGET_NOT_YET.httpCode()).isEqualTo(429);
        assertThat(DenyReason.VIEW_NOT_READY.httpCode()).isEqualTo(503);
        assertThat(DenyReason.VIEW_TOO_OLD.httpCode()).isEqualTo(429);
        assertThat(DenyReason.SUBMITTER_UNKNOWN.httpCode()).isEqualTo(429);
    }

    @Test
    void forbidsWhatWasNotGranted() {
        assertThat(DenyReason.NOT_SHARED.httpCode()).isEqualTo(403);
    }
}
