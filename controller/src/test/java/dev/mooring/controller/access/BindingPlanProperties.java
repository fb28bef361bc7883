package dev.mooring.controller.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.controller.index.BindingView;
import dev.mooring.controller.index.ReadObject;
import dev.mooring.model.AccessSubject;
import dev.mooring.model.SubjectKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BindingPlanProperties {
    private static final Map<String, RoleFacts> ROLES = Map.of(
            "viewer", new RoleFacts(true, true, true),
            "annotator", new RoleFacts(false, false, false));

    @Property(tries = 200)
    void everybodyHasWhatTheRulesGiveAndNothingElse(@ForAll("worlds") AccessWorld world) {
        var wanted = Wanted.of(world.facts().rules(), ROLES);
        var settled = world.settled();

        wanted.forEach((given, subjects) ->
                assertThat(settled.having(given.roleName())).isEqualTo(subjects));
        assertThat(settled.facts().bindings().values())
                .extracting(BindingView::role)
                .isSubsetOf(wanted.keySet().stream().map(Given::roleName).toList());
    }

    @Property(tries = 200)
    void whatHasSettledStaysAsItIs(@ForAll("worlds") AccessWorld world) {
        assertThat(BindingPlan.plan(world.settled().facts()).actions()).isEmpty();
    }

    @Property(tries = 200)
    void aCrashAfterAnyActionLeadsToTheSameRights(
            @ForAll("worlds") AccessWorld world, @ForAll @IntRange(max = 12) int done) {
        var actions = BindingPlan.plan(world.facts()).actions();
        var crashed = world.after(actions.subList(0, Math.min(done, actions.size())));

        Wanted.of(world.facts().rules(), ROLES)
                .keySet()
                .forEach(given -> assertThat(crashed.settled().having(given.roleName()))
                        .isEqualTo(world.settled().having(given.roleName())));
    }

    @Property(tries = 200)
    void whatFailsOfOneThingKeepsNothingElseFromBeingGivenOrTakenAway(
            @ForAll("worlds") AccessWorld world, @ForAll("givens") Given failing) {
        var failed = failing.bindingName(1);
        var done = BindingPlan.plan(world.facts()).actions().stream()
                .filter(action -> !action.group().equals(failed))
                .toList();

        assertThat(groups(world.after(done), failed)).isEqualTo(groups(world.settled(), failed));
    }

    /** The bindings and Roles of everything that is given but one. */
    private static Map<String, Object> groups(AccessWorld world, String but) {
        var objects = new HashMap<String, Object>(world.facts().bindings());
        world.facts().objects().forEach((name, object) -> objects.put("Role " + name, object));
        objects.keySet()
                .removeIf(name ->
                        Given.firstBinding(name.replaceFirst("^Role ", "")).equals(but));
        return objects;
    }

    @Property(tries = 200)
    void noBindingIsEmptyOrTooLarge(@ForAll("worlds") AccessWorld world) {
        assertThat(world.settled().facts().bindings().values())
                .allSatisfy(binding -> assertThat(binding.subjects()).hasSizeBetween(1, Shards.MOST));
    }

    @Property(tries = 200)
    void noBindingIsMoreThanItTakes(@ForAll("worlds") AccessWorld world) {
        var settled = world.settled().facts().bindings().values();

        Wanted.of(world.facts().rules(), ROLES)
                .forEach((given, subjects) -> assertThat(settled)
                        .filteredOn(binding -> binding.role().equals(given.roleName()))
                        .hasSize((subjects.size() + Shards.MOST - 1) / Shards.MOST));
    }

    @Property(tries = 200)
    void whoKeepsARightHasItAtAllTimes(@ForAll("healthyWorlds") AccessWorld world) {
        var kept = Wanted.of(world.facts().rules(), ROLES).entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().roleName(),
                        entry -> intersection(
                                entry.getValue(), world.having(entry.getKey().roleName()))));
        var actions = BindingPlan.plan(world.facts()).actions();

        IntStream.rangeClosed(0, actions.size())
                .mapToObj(done -> world.after(actions.subList(0, done)))
                .forEach(between -> kept.forEach(
                        (role, subjects) -> assertThat(between.having(role)).containsAll(subjects)));
    }

    private static Set<AccessSubject> intersection(Set<AccessSubject> some, Set<AccessSubject> others) {
        var both = new HashSet<>(some);
        both.retainAll(others);
        return both;
    }

    @Provide
    Arbitrary<AccessWorld> worlds() {
        var roleRefs = Arbitraries.of("viewer", "editor", "viewer-above", "mooring:project:vision");
        return worlds(Combinators.combine(names(), roleRefs, Arbitraries.of(true, false), subjects())
                .as((name, role, ofClusterRole, subjects) ->
                        new BindingView(AccessWorld.NAMESPACE, name, role, ofClusterRole, subjects, "1")));
    }

    /** Worlds in which every binding gives what its name says. */
    @Provide
    Arbitrary<AccessWorld> healthyWorlds() {
        return worlds(Combinators.combine(givens(), Arbitraries.integers().between(1, 3), subjects())
                .as((given, number, subjects) -> new BindingView(
                        AccessWorld.NAMESPACE,
                        given.bindingName(number),
                        given.roleName(),
                        given.object().isEmpty(),
                        subjects,
                        "1")));
    }

    private static Arbitrary<AccessWorld> worlds(Arbitrary<BindingView> bindings) {
        var objects = Arbitraries.maps(
                        Arbitraries.of("mooring:project:vision", "mooring:project:gone"),
                        Arbitraries.of(
                                Optional.of(new ReadObject("projects", "vision")),
                                Optional.of(new ReadObject("projects", "other")),
                                Optional.<ReadObject>empty()))
                .ofMaxSize(2);
        return Combinators.combine(rules().list().ofMaxSize(6), bindings.list().ofMaxSize(8), objects)
                .as((rules, present, roles) -> new AccessWorld(new AccessFacts(rules, ROLES, byName(present), roles)));
    }

    private static Map<String, BindingView> byName(List<BindingView> bindings) {
        return bindings.stream()
                .collect(Collectors.toMap(BindingView::name, Function.identity(), (first, second) -> first));
    }

    private static Arbitrary<RuleFacts> rules() {
        return Combinators.combine(
                        Arbitraries.of("viewer", "annotator", "unknown"),
                        subjects(),
                        Arbitraries.of(
                                new RuleFacts.From.HereOrAbove(),
                                new RuleFacts.From.ProjectBelow("vision"),
                                new RuleFacts.From.ProjectBelow("speech"),
                                new RuleFacts.From.FarBelow()))
                .as(RuleFacts::new);
    }

    @Provide
    static Arbitrary<Given> givens() {
        return Arbitraries.of(
                new Given(Given.Sort.ROLE, "viewer"),
                new Given(Given.Sort.ROLE, "annotator"),
                new Given(Given.Sort.ABOVE, "viewer"),
                new Given(Given.Sort.PROJECT, "vision"));
    }

    private static Arbitrary<String> names() {
        return Combinators.combine(givens(), Arbitraries.integers().between(1, 3))
                .as(Given::bindingName);
    }

    /** Some of eleven hundred people, so that several rules together need more than one binding. */
    private static Arbitrary<Set<AccessSubject>> subjects() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 700),
                        Arbitraries.integers().between(1, 400))
                .as((first, count) -> IntStream.range(first, first + count)
                        .mapToObj(i -> new AccessSubject(SubjectKind.USER, "user-" + i, null))
                        .collect(Collectors.toSet()));
    }
}
