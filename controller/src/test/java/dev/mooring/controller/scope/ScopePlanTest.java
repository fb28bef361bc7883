package dev.mooring.controller.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.controller.index.NamespaceState;
import dev.mooring.controller.object.Readiness;
import dev.mooring.controller.reconcile.Plan;
import dev.mooring.decision.Reason;
import dev.mooring.decision.StateReason;
import dev.mooring.model.NamespaceIdentity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScopePlanTest {
    private static final String UID = "project-uid";
    private static final ScopeIdentity VISION = new ScopeIdentity("research", "vision");
    private static final Map<String, String> LABELS = Map.of(
            "mooring.dev/scope", "project",
            "mooring.dev/department", "research",
            "mooring.dev/project", "vision",
            "mooring.dev/holder", UID);
    private static final NamespaceIdentity NOTED = new NamespaceIdentity("vision", "ns-uid");
    private static final NamespaceState FOREIGN = new NamespaceState("ns-uid", false, Map.of(), null);
    private static final NamespaceState ADOPTABLE = new NamespaceState("ns-uid", false, Map.of(), "research/vision");
    private static final NamespaceState OURS = new NamespaceState("ns-uid", false, LABELS, null);
    private static final Readiness READY =
            new Readiness(true, StateReason.NAMESPACE_READY, "namespace \"vision\" is ready");

    @Test
    void makesANamespaceThatNeverWasThereAfterTheFinalizer() {
        assertThat(ScopePlan.plan(facts(false, null, null)).actions())
                .containsExactly(new ScopeAction.AddFinalizer(), new ScopeAction.MakeNamespace("vision", LABELS));
    }

    @Test
    void aDepartmentsNamespaceSaysWhichDepartment() {
        var facts = new ScopeFacts(
                UID,
                false,
                true,
                new Place.Allowed(new ScopeIdentity("research", null)),
                "department-research",
                null,
                null,
                false,
                List.of());

        assertThat(ScopePlan.plan(facts).actions())
                .containsExactly(new ScopeAction.MakeNamespace(
                        "department-research",
                        Map.of(
                                "mooring.dev/scope", "department",
                                "mooring.dev/department", "research",
                                "mooring.dev/holder", UID)));
    }

    @Test
    void isReadyWhenTheNamespaceIsLabelledAsOurs() {
        assertThat(ScopePlan.plan(facts(true, null, OURS)))
                .isEqualTo(Plan.of(List.of(), new ScopeReport(NOTED, READY)));
    }

    @Test
    void takesANamespaceThatItsAnnotationOffers() {
        assertThat(ScopePlan.plan(facts(true, null, ADOPTABLE)))
                .isEqualTo(Plan.of(List.of(new ScopeAction.LabelNamespace(LABELS)), new ScopeReport(NOTED, READY)));
    }

    @Test
    void leavesANamespaceInWhichThereAreRulesFromBefore() {
        assertThat(ScopePlan.plan(withRules(null, ADOPTABLE, "b", "a")))
                .isEqualTo(refusal(
                        null,
                        StateReason.ACCESS_RULES_REMAIN,
                        "namespace \"vision\" has access rules from before, \"a\", \"b\", which would come into force with"
                                + " it; delete them, and make those anew that are wanted"));
    }

    @Test
    void namesFiveRulesFromBeforeAtMost() {
        var plan = ScopePlan.plan(withRules(null, ADOPTABLE, "a", "b", "c", "d", "e", "f", "g"));

        assertThat(plan.report().readiness().message()).contains("\"d\", \"e\" and 2 more, which");
    }

    @Test
    void keepsANamespaceWhateverRulesAreMadeInIt() {
        assertThat(ScopePlan.plan(withRules(NOTED, OURS, "a")))
                .isEqualTo(Plan.of(List.of(), new ScopeReport(NOTED, READY)));
    }

    private static ScopeFacts withRules(@Nullable NamespaceIdentity noted, NamespaceState namespace, String... rules) {
        return new ScopeFacts(
                UID, false, true, new Place.Allowed(VISION), "vision", noted, namespace, false, List.of(rules));
    }

    @Test
    void leavesANamespaceThatNobodyOffers() {
        assertThat(ScopePlan.plan(facts(false, null, FOREIGN)))
                .isEqualTo(
                        refusal(
                                null,
                                StateReason.NAMESPACE_NOT_ADOPTED,
                                "namespace \"vision\" exists already; to take it, annotate it mooring.dev/adopt=research/vision"));
    }

    @Test
    void leavesANamespaceThatIsOfferedToAnother() {
        var offered = new NamespaceState("ns-uid", false, Map.of(), "sales/vision");

        assertThat(reason(facts(false, null, offered))).isEqualTo(StateReason.NAMESPACE_NOT_ADOPTED);
    }

    @Test
    void leavesANamespaceThatIsOfferedToTheWholeDepartment() {
        var offered = new NamespaceState("ns-uid", false, Map.of(), "research");

        assertThat(reason(facts(false, null, offered))).isEqualTo(StateReason.NAMESPACE_NOT_ADOPTED);
    }

    @Test
    void waitsForANamespaceThatBelongsToAnotherEvenIfItIsOffered() {
        var facts = new ScopeFacts(
                UID, false, false, new Place.Allowed(VISION), "vision", null, ADOPTABLE, true, List.of());

        assertThat(ScopePlan.plan(facts))
                .isEqualTo(
                        refusal(
                                null,
                                StateReason.NAMESPACE_TAKEN,
                                "namespace \"vision\" belongs to another department or project; once that is deleted and the"
                                        + " namespace is annotated mooring.dev/adopt=research/vision, it becomes this project's"));
    }

    @Test
    void aNamespaceWithTheLabelsOfAnEarlierProjectOfTheNameIsNotOurs() {
        var labelled = new NamespaceState(
                "ns-uid", false, new ScopeIdentity("research", "vision").labels("earlier-uid"), null);

        assertThat(reason(facts(false, null, labelled))).isEqualTo(StateReason.NAMESPACE_NOT_ADOPTED);
    }

    @Test
    void restoresLabelsThatWereTakenOff() {
        assertThat(ScopePlan.plan(facts(true, NOTED, FOREIGN)).actions())
                .containsExactly(new ScopeAction.LabelNamespace(LABELS));
    }

    @Test
    void aNamespaceThatWasMadeAgainIsNotOurs() {
        var again = new NamespaceState("other-uid", false, Map.of(), null);

        assertThat(ScopePlan.plan(facts(true, NOTED, again)))
                .isEqualTo(refusal(
                        NOTED,
                        StateReason.NAMESPACE_REPLACED,
                        "namespace \"vision\" was deleted and made again, so nothing that was shared with the first one is"
                                + " shared with it; to take it, annotate it mooring.dev/adopt=research/vision"));
    }

    @Test
    void aNamespaceThatWasMadeAgainWithOurLabelsIsNotOurs() {
        var again = new NamespaceState("other-uid", false, LABELS, null);

        assertThat(reason(facts(true, NOTED, again))).isEqualTo(StateReason.NAMESPACE_REPLACED);
    }

    @Test
    void aNamespaceThatWasMadeAgainAndIsOfferedIsTheNewIdentity() {
        var again = new NamespaceState("other-uid", false, LABELS, "research/vision");

        assertThat(ScopePlan.plan(facts(true, NOTED, again)))
                .isEqualTo(Plan.of(List.of(), new ScopeReport(new NamespaceIdentity("vision", "other-uid"), READY)));
    }

    @Test
    void aNamespaceThatIsGoneIsNotMadeAgain() {
        assertThat(ScopePlan.plan(facts(true, NOTED, null)))
                .isEqualTo(refusal(
                        NOTED,
                        StateReason.NAMESPACE_GONE,
                        "namespace \"vision\" was deleted; delete the project, or make the namespace again and annotate it"
                                + " mooring.dev/adopt=research/vision"));
    }

    @Test
    void aNamespaceThatIsBeingDeletedIsLeftAlone() {
        var ending = new NamespaceState("ns-uid", true, Map.of(), "research/vision");

        assertThat(ScopePlan.plan(facts(true, NOTED, ending)))
                .isEqualTo(refusal(NOTED, StateReason.NAMESPACE_ENDING, "namespace \"vision\" is being deleted"));
    }

    @Test
    void whoIsInTheWrongPlaceGetsNothing() {
        var why = Readiness.notReady(StateReason.NOT_IN_A_DEPARTMENT, "namespace \"x\" is no department's");
        var facts =
                new ScopeFacts(UID, false, false, new Place.Refused(why), "vision", null, ADOPTABLE, false, List.of());

        assertThat(ScopePlan.plan(facts)).isEqualTo(Plan.of(List.of(), new ScopeReport(null, why)));
    }

    @Test
    void whoMayNoLongerBeAScopeLosesItsIdentity() {
        var why = Readiness.notReady(StateReason.NAME_REFUSED, "namespace \"vision\" is exempt");
        var facts = new ScopeFacts(UID, false, true, new Place.Refused(why), "vision", NOTED, OURS, false, List.of());

        assertThat(ScopePlan.plan(facts)).isEqualTo(Plan.of(List.of(), new ScopeReport(null, why)));
    }

    @Test
    void whoIsDeletedTakesItsLabelsOffAndThenGoes() {
        assertThat(ScopePlan.plan(deleted(NOTED, OURS, false)).actions())
                .containsExactly(new ScopeAction.LabelNamespace(Map.of()), new ScopeAction.RemoveFinalizer());
    }

    @Test
    void whoIsDeletedLeavesTheNamespaceOfAnotherAlone() {
        var labelled = new NamespaceState("ns-uid", false, VISION.labels("other"), null);

        assertThat(ScopePlan.plan(deleted(null, labelled, true)).actions())
                .containsExactly(new ScopeAction.RemoveFinalizer());
    }

    @Test
    void whoIsDeletedLeavesANamespaceThatWasMadeAgainAlone() {
        var again = new NamespaceState("other-uid", false, VISION.labels("other"), null);

        assertThat(ScopePlan.plan(deleted(NOTED, again, false)).actions())
                .containsExactly(new ScopeAction.RemoveFinalizer());
    }

    @Test
    void whoIsDeletedWithoutHavingHadANamespaceGoesAtOnce() {
        assertThat(ScopePlan.plan(deleted(null, null, false)).actions())
                .containsExactly(new ScopeAction.RemoveFinalizer());
    }

    private static ScopeFacts facts(
            boolean held, @Nullable NamespaceIdentity noted, @Nullable NamespaceState namespace) {
        return new ScopeFacts(
                UID, false, held, new Place.Allowed(VISION), "vision", noted, namespace, false, List.of());
    }

    private static ScopeFacts deleted(
            @Nullable NamespaceIdentity noted, @Nullable NamespaceState namespace, boolean belongsToOther) {
        return new ScopeFacts(
                UID, true, true, new Place.Allowed(VISION), "vision", noted, namespace, belongsToOther, List.of());
    }

    private static Reason reason(ScopeFacts facts) {
        return ScopePlan.plan(facts).report().readiness().reason();
    }

    private static Plan<ScopeAction, ScopeReport> refusal(
            @Nullable NamespaceIdentity noted, StateReason reason, String message) {
        return Plan.of(List.of(), new ScopeReport(noted, new Readiness(false, reason, message)));
    }
}
