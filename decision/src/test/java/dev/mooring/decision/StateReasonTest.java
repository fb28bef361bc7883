package dev.mooring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateReasonTest {
    @Test
    void labelsNeverChange() {
        assertThat(Arrays.stream(StateReason.values()).map(StateReason::label))
                .containsExactly(
                        "Creating",
                        "NamespaceReady",
                        "NotInClusterScope",
                        "NamespaceRefused",
                        "NameRefused",
                        "NotInADepartment",
                        "DepartmentNotReady",
                        "NamespaceEnding",
                        "NamespaceGone",
                        "NamespaceReplaced",
                        "NamespaceNotAdopted",
                        "NamespaceTaken",
                        "AccessRulesRemain",
                        "Ready",
                        "Deleting",
                        "MirrorsRemain",
                        "NotInAProject",
                        "ClaimMissing",
                        "ClaimIsMirror",
                        "ClaimTaken",
                        "ClaimReplaced",
                        "ClaimEnding",
                        "ClaimNotBound",
                        "ClaimLost",
                        "VolumeMissing",
                        "Shared",
                        "ReadOnlyStorage",
                        "Writable",
                        "Aliased",
                        "Expired",
                        "OriginProjectNotReady",
                        "DataVolumeGone",
                        "DataVolumeNotReady",
                        "ReachesNobody",
                        "MirrorNameTaken",
                        "GrantEnded",
                        "ConsumerEvicted",
                        "ConsumerDeleted",
                        "NotInAScope",
                        "RoleMissing",
                        "RoleNotListed",
                        "BindingsMissing",
                        "BindingRefused",
                        "RoleGranted");
    }

    @Test
    void aLabelMeansOneThingInDenialsAndInConditions() {
        assertThat(vocabulary().map(Reason::label)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("vocabulary")
    void aLabelIsOneWordForPrograms(Reason reason) {
        assertThat(reason.label()).matches("([A-Z][a-z]*)+");
    }

    @ParameterizedTest
    @MethodSource("vocabulary")
    void causeAndRemedyAreSentences(Reason reason) {
        assertThat(reason.cause()).matches("[A-Z].*[.]");
        assertThat(reason.remedy()).matches("|[A-Z].*[.]");
    }

    static Stream<Reason> vocabulary() {
        return Stream.concat(Arrays.stream(DenyReason.values()), Arrays.stream(StateReason.values()));
    }
}
