package dev.mooring.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static final KubernetesSerialization JSON = new KubernetesSerialization();

    @Test
    void readsAShareAsItIsWritten() {
        assertThat(share("""
                {"dataVolume": "imagenet", "access": "ReadWrite", "mirror": "Always", "onRevoke": "Evict",
                 "expiresAt": "2027-01-31T18:00:00Z", "grantedBy": "ana",
                 "scope": {"kind": "Project", "name": "speech", "namespace": "speech", "uid": "1"}}
                """))
                .isEqualTo(new DataVolumeShareSpec(
                        "imagenet",
                        new ShareScope(ScopeKind.PROJECT, "speech", "speech", "1"),
                        Access.READ_WRITE,
                        MirrorMode.ALWAYS,
                        "2027-01-31T18:00:00Z",
                        RevokeMode.EVICT,
                        "ana"));
    }

    @Test
    void takesTheLeastAccessWhereTheAccessIsAbsentOrUnknown() {
        assertThat(share("{\"dataVolume\": \"imagenet\"}").access()).isEqualTo(Access.READ_ONLY);
        assertThat(share("{\"dataVolume\": \"imagenet\", \"access\": \"Execute\"}")
                        .access())
                .isEqualTo(Access.READ_ONLY);
    }

    @Test
    void readsAScopeOfAnUnknownKindAsOneThatReachesNobody() {
        assertThat(share("{\"scope\": {\"kind\": \"Fleet\", \"name\": \"all\", \"namespace\": \"n\", \"uid\": \"1\"}}")
                        .scope())
                .isEqualTo(new ShareScope(ScopeKind.PROJECT, null, "", ""));
    }

    @Test
    void ignoresFieldsOfALaterVersion() {
        assertThat(share("{\"dataVolume\": \"imagenet\", \"later\": {\"kind\": 1}}")
                        .dataVolume())
                .isEqualTo("imagenet");
    }

    @Test
    void leavesOutWhatIsNotSaid() {
        assertThat(JSON.asJson(new DataVolumeSpec("images", null))).isEqualTo("{\"claimName\":\"images\"}");
        assertThat(JSON.asJson(new ProjectStatus(null, List.of()))).isEqualTo("{}");
    }

    @Test
    void writesACountOfNought() {
        assertThat(JSON.asJson(new DataVolumeShareStatus(0, null, null, List.of())))
                .isEqualTo("{\"projects\":0}");
    }

    @Test
    void readsWhenAShareEndsInAnyOffset() {
        assertThat(share("{\"expiresAt\": \"2027-01-31T18:00:00.5-07:30\"}").expiry())
                .contains(Instant.parse("2027-02-01T01:30:00.5Z"));
    }

    @Test
    void aShareWithoutAnEndDoesNotEnd() {
        assertThat(share("{\"dataVolume\": \"imagenet\"}").expiry()).isEmpty();
    }

    @Test
    void anEndThatCannotBeReadHasPassed() {
        assertThat(share("{\"expiresAt\": \"tomorrow\"}").expiry()).contains(Instant.MIN);
    }

    @Test
    void aDepartmentWithoutASpecHasAnEmptyOne() {
        assertThat(new Department().getSpec()).isEqualTo(new DepartmentSpec(null, null));
        assertThat(new Project().getSpec()).isEqualTo(new ProjectSpec(null));
    }

    private static DataVolumeShareSpec share(String json) {
        return JSON.unmarshal(json, DataVolumeShareSpec.class);
    }
}
