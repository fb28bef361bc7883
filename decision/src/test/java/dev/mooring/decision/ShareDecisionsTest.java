package dev.mooring.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.decision.Decision.Allow;
import dev.mooring.decision.Decision.Deny;
import dev.mooring.decision.Decision.Plan;
import dev.mooring.decision.ShareFacts.DataVolumeTarget;
import dev.mooring.decision.ShareFacts.Operation;
import dev.mooring.decision.ShareFacts.OwnerFacts;
import dev.mooring.decision.ShareFacts.ScopeFacts;
import dev.mooring.decision.ShareFacts.ShareSpecFacts;
import dev.mooring.decision.ShareFacts.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareDecisionsTest {
    private static final Target NLP = new Target.Found("nlp", "uid-of-nlp");
    private static final DataVolumeTarget IMAGENET = new DataVolumeTarget.Found("uid-of-imagenet");
    private static final String ASKED =
            "{metadata: {}, spec: {dataVolume: 'imagenet', scope: {kind: 'Project', name: 'nlp'}}}";
    private static final String FINISHED = """
            {metadata: {ownerReferences: [{apiVersion: 'mooring.dev/v1alpha1', kind: 'DataVolume', name: 'imagenet',
                                           uid: 'uid-of-imagenet', blockOwnerDeletion: false}],
                        finalizers: ['mooring.dev/controller']},
             spec: {dataVolume: 'imagenet', grantedBy: 'ana',
                    scope: {kind: 'Project', name: 'nlp', namespace: 'nlp', uid: 'uid-of-nlp'}}}
            """;

    @Test
    void mutationSetsWhoGrantedItAndWhoseNamespaceItIsFor() {
        assertThat(mutated(ASKED)).isEqualTo(Json.read(FINISHED));
    }

    @Test
    void mutationOverwritesWhatWasForged() {
        assertThat(mutated("""
                        {metadata: {}, spec: {dataVolume: 'imagenet', grantedBy: 'root',
                                              scope: {kind: 'Project', name: 'nlp', namespace: 'audio', uid: 'x'}}}
                        """)).isEqualTo(Json.read(FINISHED));
    }

    @Test
    void mutationKeepsOtherFinalizers() {
        ObjectNode share = mutated("""
                {metadata: {finalizers: ['example.com/mine']},
                 spec: {dataVolume: 'imagenet', scope: {kind: 'Project', name: 'nlp'}}}
                """);

        assertThat(share.at("/metadata/finalizers"))
                .extracting(JsonNode::textValue)
                .containsExactly("example.com/mine", "mooring.dev/controller");
    }

    @Test
    void mutationKeepsOtherOwners() {
        ObjectNode share = mutated("""
                {metadata: {ownerReferences: [{apiVersion: 'v1', kind: 'ConfigMap', name: 'mine', uid: 'x'}]},
                 spec: {dataVolume: 'imagenet', scope: {kind: 'Project', name: 'nlp'}}}
                """);

        assertThat(share.at("/metadata/ownerReferences")).hasSize(2);
        assertThat(share.at("/metadata/ownerReferences/1"))
                .isEqualTo(Json.read(FINISHED).at("/metadata/ownerReferences/0"));
    }

    @Test
    void mutationOfAFinishedShareDoesNothing() {
        assertThat(ShareDecisions.mutate(create(FINISHED, NLP, IMAGENET))).isSameAs(Allow.NOTHING);
    }

    @Test
    void validationAllowsWhatMutationMade() {
        assertThat(ShareDecisions.validate(create(FINISHED, NLP, IMAGENET))).isSameAs(Allow.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{metadata: {}}",
                "{metadata: {}, spec: {}}",
                "{metadata: {}, spec: {dataVolume: 'imagenet'}}",
                "{metadata: {}, spec: {dataVolume: 'imagenet', scope: {}}}",
                "{metadata: {}, spec: {scope: {kind: 'Cluster'}}}"
            })
    void mutationLeavesToTheSchemaWhatIsMissing(String share) {
        assertThat(ShareDecisions.mutate(create(share, new Target.Unknown(), new DataVolumeTarget.Unknown())))
                .isSameAs(Allow.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{metadata: {}}", "{metadata: {}, spec: {dataVolume: 'imagenet'}}"})
    void validationDeniesWhatIsMissing(String share) {
        assertThat(ShareDecisions.validate(create(share, NLP, IMAGENET))).isInstanceOf(Deny.class);
    }

    @Test
    void anUnknownDataVolumeIsDenied() {
        assertDenied(
                create(ASKED, NLP, new DataVolumeTarget.Unknown()),
                new Deny(
                        DenyReason.UNKNOWN_DATA_VOLUME,
                        "share \"s\" in project \"vision\": this project has no data volume \"imagenet\";"
                                + " create the datavolumes.mooring.dev first, or correct spec.dataVolume"));
    }

    @Test
    void anUnknownTargetIsDenied() {
        assertDeniedAfterThePolicies(
                new Target.Unknown(),
                new Deny(
                        DenyReason.UNKNOWN_TARGET,
                        "share \"s\" in project \"vision\": there is no project \"nlp\";"
                                + " correct spec.scope.kind and spec.scope.name"));
    }

    @Test
    void aKindThatIsNoneIsNotTakenForATargetThatIsMissing() {
        assertDenied(
                create(ASKED.replace("'Project'", "'project'"), new Target.Unknown(), IMAGENET),
                new Deny(
                        DenyReason.UNKNOWN_TARGET,
                        "share \"s\" in project \"vision\": spec.scope.kind is \"project\";"
                                + " write Project, Department or Cluster"));
    }

    @Test
    void aScopeWithoutItsNameIsToldToNameIt() {
        assertDenied(
                create(ASKED.replace(", name: 'nlp'", ""), new Target.Unknown(), IMAGENET),
                new Deny(
                        DenyReason.UNKNOWN_TARGET,
                        "share \"s\" in project \"vision\": spec.scope.name is missing;"
                                + " write which project it is for"));
    }

    @Test
    void aTargetWithoutNamespaceIsWorthAskingForAgainInASecond() {
        assertDeniedAfterThePolicies(
                new Target.NoNamespaceYet(),
                new Deny(
                        DenyReason.TARGET_NOT_YET,
                        "share \"s\" in project \"vision\": project \"nlp\" has no namespace yet;"
                                + " create the share again in a second, and if that goes on, look at its conditions",
                        Duration.ofSeconds(1)));
    }

    @Test
    void aTargetThatCameInBetweenIsWorthAskingForAgainInASecond() {
        assertThat(ShareDecisions.validate(
                        create(mutated(ASKED, new Target.Unknown()).toString(), NLP, IMAGENET)))
                .isEqualTo(new Deny(
                        DenyReason.TARGET_NOT_YET,
                        "share \"s\" in project \"vision\": project \"nlp\" was still being made a moment ago;"
                                + " create the share again in a second",
                        Duration.ofSeconds(1)));
    }

    @Test
    void mutationSaysNothingAboutATargetThatDoesNotExist() {
        assertThat(mutated(FINISHED, new Target.Unknown()).at("/spec/scope"))
                .isEqualTo(Json.read("{kind: 'Project', name: 'nlp', namespace: 'kube-nowhere', uid: 'unknown'}"));
    }

    @Test
    void mutationWritesTheSameForATargetWithoutNamespace() {
        assertThat(mutated(ASKED, new Target.NoNamespaceYet())).isEqualTo(mutated(ASKED, new Target.Unknown()));
    }

    @Test
    void theOriginProjectNeedsNoShare() {
        assertDenied(
                create(ASKED, new Target.Found("vision", "uid-of-vision"), IMAGENET),
                new Deny(
                        DenyReason.SHARED_WITH_ORIGIN,
                        "share \"s\" in project \"vision\": this project owns the data volume and may use it without a"
                                + " share; name another project"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiVersion: 'mooring.dev/v1alpha1', kind: 'DataVolume', name: 'imagenet', uid: 'uid-of-an-earlier-one'",
                "apiVersion: 'mooring.dev/v1alpha1', kind: 'DataVolume', name: 'other', uid: 'uid-of-imagenet'",
                "apiVersion: 'mooring.dev/v1', kind: 'DataVolume', name: 'imagenet', uid: 'uid-of-imagenet'"
            })
    void anotherDataVolumeAsOwnerIsDenied(String owner) {
        assertDenied(
                create(FINISHED.replaceAll("apiVersion.*\\s.*uid: 'uid-of-imagenet'", owner), NLP, IMAGENET),
                new Deny(
                        DenyReason.FORGED_FIELD,
                        "share \"s\" in project \"vision\": metadata.ownerReferences names another data volume than"
                                + " spec.dataVolume, or an earlier one of that name; leave that owner out, Mooring adds"
                                + " the right one"));
    }

    @Test
    void validationDeniesANamespaceForgedSince() {
        assertForged(FINISHED.replace("namespace: 'nlp'", "namespace: 'audio'"), "spec.scope.namespace", "audio");
    }

    @Test
    void validationDeniesAUidForgedSince() {
        assertForged(FINISHED.replace("uid-of-nlp", "uid-of-audio"), "spec.scope.uid", "uid-of-audio");
    }

    @Test
    void validationDeniesAGrantorForgedSince() {
        assertForged(FINISHED.replace("grantedBy: 'ana'", "grantedBy: 'root'"), "spec.grantedBy", "root");
    }

    @Test
    void validationDeniesAnOwnerLostSince() {
        assertForged(FINISHED.replaceAll("(?s)ownerReferences:.*?],", ""), "metadata.ownerReferences", "");
        assertForged(FINISHED.replaceAll("mooring.dev/controller", "example.com/mine"), "metadata.finalizers", "");
    }

    @Test
    void aDeletionTimestampThatSomebodyTypedIntoANewShareSkipsNothing() {
        ShareFacts typed = new ShareFacts(
                Operation.CREATE,
                "vision",
                "s",
                "ana",
                true,
                spec(Json.read(ASKED)),
                null,
                NLP,
                new DataVolumeTarget.Unknown());

        assertThat(ShareDecisions.validate(typed)).isInstanceOf(Deny.class);
        assertThat(ShareDecisions.mutate(typed)).isInstanceOf(Deny.class);
    }

    @Test
    void anUpdateOfWhatUsersSetIsAllowed() {
        ShareFacts update =
                update(FINISHED, FINISHED.replace("dataVolume:", "expiresAt: '2027-01-01T00:00:00Z', dataVolume:"));

        assertThat(ShareDecisions.mutate(update)).isSameAs(Allow.NOTHING);
        assertThat(ShareDecisions.validate(update)).isSameAs(Allow.NOTHING);
    }

    @Test
    void anUpdateKeepsWhatItLeavesOut() {
        Plan plan = (Plan) ShareDecisions.mutate(update(FINISHED, ASKED));

        assertThat(JsonPatch.apply(Json.read(ASKED), plan.operations())).isEqualTo(Json.read(FINISHED));
    }

    @Test
    void anUpdateDoesNotUndoWhatItChanges() {
        String forged = FINISHED.replace("uid-of-nlp", "uid-of-audio").replace("ana", "root");

        assertThat(ShareDecisions.mutate(update(FINISHED, forged))).isSameAs(Allow.NOTHING);
    }

    @Test
    void theGarbageCollectorMayTakeTheOwnerAway() {
        ShareFacts orphaned = new ShareFacts(
                Operation.UPDATE,
                "vision",
                "s",
                "system:serviceaccount:kube-system:generic-garbage-collector",
                false,
                spec(Json.read(FINISHED.replaceAll("(?s)ownerReferences:.*?],", ""))),
                spec(Json.read(FINISHED)),
                NLP,
                IMAGENET);

        assertThat(ShareDecisions.mutate(orphaned)).isSameAs(Allow.NOTHING);
    }

    @Test
    void anUpdateByAnotherUserKeepsTheGrantor() {
        ShareFacts update = new ShareFacts(
                Operation.UPDATE,
                "vision",
                "s",
                "ben",
                false,
                spec(Json.read(FINISHED)),
                spec(Json.read(FINISHED)),
                NLP,
                IMAGENET);

        assertThat(ShareDecisions.validate(update)).isSameAs(Allow.NOTHING);
    }

    @Test
    void anUpdateChangesNothingThatMooringSet() {
        assertUnchangeable("dataVolume: 'imagenet'", "dataVolume: 'laion'", "spec.dataVolume");
        assertUnchangeable("kind: 'Project'", "kind: 'Department'", "spec.scope");
        assertUnchangeable("uid-of-nlp", "uid-of-audio", "spec.scope");
        assertUnchangeable("namespace: 'nlp'", "namespace: 'audio'", "spec.scope");
        assertUnchangeable("grantedBy: 'ana'", "grantedBy: 'root'", "spec.grantedBy");
        assertUnchangeable("uid-of-imagenet", "uid-of-a-later-one", "the data volume in metadata.ownerReferences");
    }

    @Test
    void anUpdateThatDoesNotSayWhatWasThereIsJudgedAsANewShare() {
        ShareFacts update = new ShareFacts(
                Operation.UPDATE, "vision", "s", "ana", true, spec(Json.read(ASKED)), null, NLP, IMAGENET);

        assertThat(ShareDecisions.validate(update)).isInstanceOf(Deny.class);
    }

    @Test
    void anUpdateMayTakeTheOwnerAwayAsTheGarbageCollectorDoes() {
        assertThat(ShareDecisions.validate(update(FINISHED, FINISHED.replaceAll("(?s)ownerReferences:.*?],", ""))))
                .isSameAs(Allow.NOTHING);
    }

    @Test
    void anUpdateMayNotBringTheOwnerBack() {
        assertThat(ShareDecisions.validate(update(FINISHED.replaceAll("(?s)ownerReferences:.*?],", ""), FINISHED)))
                .isInstanceOf(Deny.class);
    }

    @Test
    void aShareThatIsBeingDeletedIsLetThrough() {
        ShareFacts ending = new ShareFacts(
                Operation.UPDATE,
                "vision",
                "s",
                "ana",
                true,
                spec(Json.read(ASKED)),
                spec(Json.read(FINISHED)),
                new Target.Unknown(),
                new DataVolumeTarget.Unknown());

        assertThat(ShareDecisions.mutate(ending)).isSameAs(Allow.NOTHING);
        assertThat(ShareDecisions.validate(ending)).isSameAs(Allow.NOTHING);
    }

    private static void assertDenied(ShareFacts share, Deny denial) {
        assertThat(ShareDecisions.mutate(share)).isEqualTo(denial);
        assertThat(ShareDecisions.validate(share)).isEqualTo(denial);
    }

    /** The policies ask whether the author may share there; until then nothing is said about the target. */
    private static void assertDeniedAfterThePolicies(Target target, Deny denial) {
        String filledIn = mutated(ASKED, target).toString();

        assertThat(ShareDecisions.validate(create(filledIn, target, IMAGENET))).isEqualTo(denial);
    }

    private static void assertForged(String share, String field, String value) {
        assertThat(ShareDecisions.validate(create(share, NLP, IMAGENET)))
                .isEqualTo(new Deny(
                        DenyReason.FORGED_FIELD,
                        "share \"s\" in project \"vision\": " + field + " is set by Mooring, and something else stands"
                                + " there: \"" + value + "\"; look for another webhook that changes it"));
    }

    private static void assertUnchangeable(String from, String to, String field) {
        assertThat(ShareDecisions.validate(update(FINISHED, FINISHED.replace(from, to))))
                .isEqualTo(new Deny(
                        DenyReason.FORGED_FIELD,
                        "share \"s\" in project \"vision\": " + field
                                + " cannot be changed; delete the share and create another one"));
    }

    private static ObjectNode mutated(String share) {
        return mutated(share, NLP);
    }

    private static ObjectNode mutated(String share, Target target) {
        Plan plan = (Plan) ShareDecisions.mutate(create(share, target, IMAGENET));
        return JsonPatch.apply(Json.read(share), plan.operations());
    }

    private static ShareFacts create(String share, Target target, DataVolumeTarget dataVolume) {
        return new ShareFacts(
                Operation.CREATE, "vision", "s", "ana", false, spec(Json.read(share)), null, target, dataVolume);
    }

    private static ShareFacts update(String old, String now) {
        return new ShareFacts(
                Operation.UPDATE,
                "vision",
                "s",
                "ana",
                false,
                spec(Json.read(now)),
                spec(Json.read(old)),
                NLP,
                IMAGENET);
    }

    private static ShareSpecFacts spec(ObjectNode share) {
        var spec = share.path("spec");
        var scope = spec.path("scope");
        return new ShareSpecFacts(
                spec.path("dataVolume").textValue(),
                scope.isObject()
                        ? new ScopeFacts(
                                scope.path("kind").textValue(),
                                scope.path("name").textValue(),
                                scope.path("namespace").textValue(),
                                scope.path("uid").textValue())
                        : null,
                spec.path("grantedBy").textValue(),
                owners(share),
                finalizers(share));
    }

    private static @Nullable List<String> finalizers(ObjectNode share) {
        var finalizers = share.path("metadata").path("finalizers");
        if (!finalizers.isArray()) {
            return null;
        }
        List<String> found = new ArrayList<>();
        finalizers.forEach(finalizer -> found.add(finalizer.textValue()));
        return found;
    }

    private static @Nullable List<OwnerFacts> owners(ObjectNode share) {
        var references = share.path("metadata").path("ownerReferences");
        if (!references.isArray()) {
            return null;
        }
        List<OwnerFacts> owners = new ArrayList<>();
        references.forEach(owner -> owners.add(new OwnerFacts(
                owner.path("apiVersion").textValue(),
                owner.path("kind").textValue(),
                owner.path("name").textValue(),
                owner.path("uid").textValue())));
        return owners;
    }
}
