package dev.mooring.controller.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.decision.AccessMode;
import dev.mooring.informers.GrantScope;
import dev.mooring.model.ScopeKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShareTracesTest {
    private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-11-24T11:00:00Z");
    private static final String TO_NLP = "{kind: Project, name: nlp, namespace: nlp, uid: uid-of-nlp}";
    private static final String TO_MAPS = "{kind: Project, name: maps, namespace: maps, uid: uid-of-maps}";
    private static final String WHAT_NO_VERSION_HAS_YET = "everybody";

    private final KubernetesSerialization serialization = new KubernetesSerialization();
    private final ShareTraces traces = new ShareTraces(
            serialization,
            "nlp",
            AccessMode.READ_ONLY,
            "uid-of-imagenet",
            Set.of(new GrantScope.SharedWith(ScopeKind.PROJECT, "uid-of-nlp")),
            Set.of("one"),
            ELEVEN);

    @Test
    void sayWhatIsRecordedOfAShare() {
        assertThat(traces.of(share("one", "uid-of-imagenet", TO_NLP)))
                .contains(new ShareTrace("one", "uid-of-one", ELEVEN, TEN, TEN, true, true));
    }

    @Test
    void leaveOutSharesThatNeverCoveredTheMirror() {
        assertThat(traces.of(share("one", "uid-of-another-imagenet", TO_NLP))).isEmpty();
        assertThat(traces.of(share("one", "uid-of-imagenet", TO_MAPS))).isEmpty();
        assertThat(traces.of(share("unknown", "uid-of-imagenet", TO_NLP))).isEmpty();
    }

    @Test
    void knowOfAShareThatCannotBeReadOnlyWhenItWasDeleted() {
        assertThat(traces.of(share("unknown", "uid-of-imagenet", WHAT_NO_VERSION_HAS_YET)))
                .contains(new ShareTrace("unknown", "uid-of-unknown", ELEVEN, null, null, true, true));
    }

    private GenericKubernetesResource share(String name, String dataVolumeUid, String scope) {
        return serialization.unmarshal(
                """
                apiVersion: mooring.dev/v1alpha1
                kind: DataVolumeShare
                metadata:
                  namespace: vision
                  name: %s
                  uid: uid-of-%s
                  deletionTimestamp: "2026-11-24T11:00:00Z"
                  managedFields: [{manager: ana, operation: Update, time: "2026-11-24T10:00:00Z"}]
                  ownerReferences:
                  - {apiVersion: mooring.dev/v1alpha1, kind: DataVolume, name: imagenet, uid: %s}
                spec:
                  dataVolume: imagenet
                  scope: %s
                  access: ReadOnly
                  mirror: OnFirstUse
                  expiresAt: "2026-11-24T10:00:00Z"
                  onRevoke: Keep
                  grantedBy: ana
                """.formatted(name, name, dataVolumeUid, scope), GenericKubernetesResource.class);
    }
}
