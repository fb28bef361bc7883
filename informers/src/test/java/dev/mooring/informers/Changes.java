package dev.mooring.informers;

import dev.mooring.decision.VolumeState;
import dev.mooring.model.Access;
import dev.mooring.model.NamespaceIdentity;
import dev.mooring.model.RevokeMode;
import dev.mooring.model.ScopeKind;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random changes of a small world: everything comes, changes and goes in any order, with names and UIDs that collide. */
final class Changes {
    static final List<String> PROJECTS = List.of("vision", "nlp", "sales");
    private static final List<String> DEPARTMENTS = List.of("research", "business");
    private static final List<String> DATA_VOLUMES = List.of("imagenet", "laion");
    private static final List<String> SHARES = List.of("s", "t", "u");

    /** One change, with a name for the report. */
    record Change(String name, Consumer<World> apply) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Arbitrary<List<Change>> sequences() {
        return Arbitraries.frequencyOf(
                        Tuple.of(2, namespaces()),
                        Tuple.of(2, departments()),
                        Tuple.of(3, projects()),
                        Tuple.of(3, dataVolumes()),
                        Tuple.of(6, shares()),
                        Tuple.of(1, removals()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static Arbitrary<Change> namespaces() {
        return Combinators.combine(namespaceNames(), generations())
                .as((name, generation) -> put(new NamespaceView(name, name + "-" + generation), World::put));
    }

    private static Arbitrary<Change> departments() {
        var scopes = Combinators.combine(departmentNamespaces(), generations())
                .as((name, generation) -> new NamespaceIdentity(name, name + "-" + generation))
                .injectNull(0.2);
        var places = Arbitraries.frequency(Tuple.of(5, World.CLUSTER), Tuple.of(1, "elsewhere"));
        return Combinators.combine(places, Arbitraries.of(DEPARTMENTS), scopes, rarely())
                .as((place, name, scope, deleting) ->
                        put(new DepartmentView(place, name, "object", scope, deleting), World::put));
    }

    private static Arbitrary<Change> projects() {
        return Combinators.combine(
                        departmentNamespaces(),
                        Arbitraries.of(PROJECTS),
                        generations().injectNull(0.2),
                        rarely())
                .as((department, name, generation, deleting) -> put(
                        new ProjectView(
                                department,
                                name,
                                "object",
                                generation == null ? null : name + "-" + generation,
                                deleting),
                        World::put));
    }

    private static Arbitrary<Change> dataVolumes() {
        Arbitrary<VolumeState> states = Arbitraries.of(World.READY, new VolumeState.NotReady("claim is lost"));
        return Combinators.combine(
                        Arbitraries.of(PROJECTS), Arbitraries.of(DATA_VOLUMES), generations(), states, rarely())
                .as((project, name, generation, state, deleting) -> put(
                        new DataVolumeView(
                                project, name, project + "/" + name + "-" + generation, "data", state, deleting),
                        World::put));
    }

    private static Arbitrary<Change> shares() {
        var scopes = Combinators.combine(namespaceNames(), generations())
                .as((name, generation) -> new GrantScope.SharedWith(kindOf(name), name + "-" + generation));
        var expiries = Arbitraries.of(Instant.MIN, Instant.parse("2027-01-01T00:00:00Z"))
                .injectNull(0.7);
        return Combinators.combine(
                        Arbitraries.of(PROJECTS),
                        Arbitraries.of(SHARES),
                        Arbitraries.of(DATA_VOLUMES),
                        generations(),
                        scopes,
                        Arbitraries.of(Access.class),
                        expiries,
                        rarely())
                .as((project, name, volume, generation, scope, access, expiry, deleting) -> put(
                        new ShareView(
                                project,
                                name,
                                "object",
                                volume,
                                project + "/" + volume + "-" + generation,
                                scope,
                                access,
                                expiry,
                                null,
                                RevokeMode.KEEP,
                                deleting),
                        World::put));
    }

    private static Arbitrary<Change> removals() {
        return Arbitraries.oneOf(
                namespaceNames().map(name -> gone(name, World::noNamespace)),
                Arbitraries.of(DEPARTMENTS).map(name -> gone(World.CLUSTER + "/" + name, World::noDepartment)),
                keys(departmentNamespaces(), PROJECTS).map(key -> gone(key, World::noProject)),
                keys(Arbitraries.of(PROJECTS), DATA_VOLUMES).map(key -> gone(key, World::noDataVolume)),
                keys(Arbitraries.of(PROJECTS), SHARES).map(key -> gone(key, World::noShare)));
    }

    private static Arbitrary<String> keys(Arbitrary<String> namespaces, List<String> names) {
        return Combinators.combine(namespaces, Arbitraries.of(names)).as((namespace, name) -> namespace + "/" + name);
    }

    private static ScopeKind kindOf(String namespace) {
        if (namespace.equals(World.CLUSTER)) {
            return ScopeKind.CLUSTER;
        }
        return namespace.startsWith("department-") ? ScopeKind.DEPARTMENT : ScopeKind.PROJECT;
    }

    private static Arbitrary<String> namespaceNames() {
        return Arbitraries.oneOf(Arbitraries.of(PROJECTS), departmentNamespaces(), Arbitraries.just(World.CLUSTER));
    }

    private static Arbitrary<String> departmentNamespaces() {
        return Arbitraries.of(DEPARTMENTS).map(name -> "department-" + name);
    }

    private static Arbitrary<Integer> generations() {
        return Arbitraries.frequency(Tuple.of(5, 1), Tuple.of(1, 2));
    }

    private static Arbitrary<Boolean> rarely() {
        return Arbitraries.frequency(Tuple.of(6, false), Tuple.of(1, true));
    }

    private static <V> Change put(V view, BiConsumer<World, V> put) {
        return new Change(view.toString(), world -> put.accept(world, view));
    }

    private static Change gone(String key, BiConsumer<World, String> remove) {
        return new Change("no " + key, world -> remove.accept(world, key));
    }

    private Changes() {}
}
