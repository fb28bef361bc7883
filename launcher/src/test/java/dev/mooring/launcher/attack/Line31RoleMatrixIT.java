package dev.mooring.launcher.attack;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.charts.roles.Right;
import dev.mooring.charts.roles.RoleTables;
import dev.mooring.launcher.attack.RoleMatrix.Place;
import dev.mooring.model.Access;
import dev.mooring.model.ScopeKind;
import dev.mooring.testcluster.Rights;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each shipped role, given by an access rule in a department: what people may who have it, there, below, above and elsewhere.
 * The API server's authorizer is asked, and everything that a request can try is tried.
 */
@Attack(line = 31)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Line31RoleMatrixIT {
    private static final RoleTables TABLES = RoleTables.read();
    private static final int AT_ONCE = 8;
    private static final String OURS = "mooring.dev";

    /** How often what somebody else has changed meanwhile is written again. */
    private static final int TIMES = 5;

    private final Site site;
    private final World world;
    private final KubernetesClient admin;
    private final RoleMatrix matrix;
    private final MatrixObjects objects;
    private final Map<Place, String> namespaces = new EnumMap<>(Place.class);
    private Set<ServedResource> resources = Set.of();
    private Map<String, HasMetadata> unmade = Map.of();

    /** What became of trying something. */
    private record Tried(Place place, Right right, HttpResponse<String> response) {
        String cell() {
            return RoleMatrix.cell(place, right);
        }

        boolean isAllowed() {
            return !ByHand.isRefusedByRbac(right, response);
        }
    }

    Line31RoleMatrixIT(Site site) {
        this.site = site;
        world = site.world();
        admin = site.admin();
        String department = world.department("matrix");
        String project = world.project(department, "below");
        matrix = new RoleMatrix(TABLES, department);
        objects = new MatrixObjects(world, department, project, world.project(department, "beside"));
        namespaces.put(Place.OWN, "department-" + department);
        namespaces.put(Place.BELOW, project);
        namespaces.put(Place.ABOVE, World.CLUSTER_SCOPE);
        namespaces.put(Place.ELSEWHERE, site.scene().ads());
    }

    static Set<String> roles() {
        return TABLES.letters().keySet();
    }

    @BeforeAll
    void givePeopleTheirRoles() {
        resources = ServedResource.all(admin, TABLES);
        objects.make();
        unmade = objects.named("new");
        var rules = roles().stream()
                .map(role -> admin.resource(world.newRule(in(Place.OWN), role, user(role)))
                        .create())
                .toList();
        rules.forEach(world::awaitReady);
        roles().forEach(role -> world.eventually(() -> assertThat(isKnown(role)).isTrue()));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void theAuthorizerSaysWhatTheTablesSay(String role, Attempt attempt) throws Exception {
        var rights = new Rights(admin, user(role));
        var allowed = atOnce(Stream.of(Place.values())
                        .flatMap(place -> matrix.questions(place, resources).map(right -> asked(rights, place, right))))
                .stream()
                .flatMap(Optional::stream)
                .collect(toCollection(TreeSet::new));

        attempt.hasNoEffect(
                "nothing is allowed but what the tables give",
                () -> assertThat(allowed).isEqualTo(matrix.expected(role)));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void whateverIsTriedIsRefusedUnlessTheTablesGiveIt(String role, Attempt attempt) throws Exception {
        var person = new ByHand(site.person(user(role)));
        var tried = atOnce(namespaces.keySet().stream()
                .flatMap(place -> matrix.attempts(place).map(right -> attempted(person, place, right))));
        var expected = matrix.expected(role);
        expected.retainAll(tried.stream().map(Tried::cell).collect(toSet()));

        Set<String> done =
                tried.stream().filter(Tried::isAllowed).map(Tried::cell).collect(toSet());

        attempt.hasNoEffect("nothing is done but what the tables give", () -> {
            assertThat(done).isEqualTo(expected);
            assertThat(tried)
                    .filteredOn(one -> one.isAllowed() && isAboutWhatIsThere(one))
                    .allSatisfy(one -> assertThat(ByHand.isDone(one.response()))
                            .as(one.cell() + ": " + one.response().body())
                            .isTrue());
        });
    }

    @ParameterizedTest
    @MethodSource("roles")
    void aRoleGivesTheRolesWithinItAndNoOthers(String role, Attempt attempt) {
        var given = roles().stream()
                .filter(other -> creates(role, "accessrules", world.newRule(in(Place.BELOW), other, "accomplice")))
                .collect(toSet());

        attempt.hasNoEffect(
                "no role gives one that may more",
                () -> assertThat(given).isEqualTo(mayCreate(role, "accessrules") ? TABLES.within(role) : Set.of()));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void aRoleSharesWithNobodyElsewhere(String role, Attempt attempt) {
        var shares = mayCreate(role, "datavolumeshares");

        attempt.hasNoEffect("no role shares but within its own scope", () -> {
            assertThat(shares(role, ScopeKind.PROJECT, objects.other())).isEqualTo(shares);
            assertThat(shares(role, ScopeKind.DEPARTMENT, objects.department())).isEqualTo(shares);
            assertThat(shares(role, ScopeKind.PROJECT, in(Place.ELSEWHERE))).isFalse();
            assertThat(shares(role, ScopeKind.DEPARTMENT, site.scene().otherDepartment()))
                    .isFalse();
            assertThat(shares(role, ScopeKind.CLUSTER, null)).isFalse();
        });
    }

    private boolean shares(String role, ScopeKind kind, @Nullable String target) {
        return creates(
                role,
                "datavolumeshares",
                world.newShare(objects.project(), MatrixObjects.NAME, kind, target, Access.READ_ONLY, null));
    }

    private boolean creates(String role, String resource, HasMetadata object) {
        return ByHand.isDone(new ByHand(site.person(user(role)))
                .attempt(new Right("create", OURS, resource, Right.ANY), objects.project(), "", json(object)));
    }

    private static boolean mayCreate(String role, String resource) {
        return TABLES.rights(role).contains(new Right("create", OURS, resource, Right.ANY));
    }

    private Callable<Optional<String>> asked(Rights rights, Place place, Right right) {
        return () -> may(rights, right, namespaces.get(place))
                ? Optional.of(RoleMatrix.cell(place, right))
                : Optional.empty();
    }

    private Callable<Tried> attempted(ByHand person, Place place, Right right) {
        return () -> {
            var response = sent(person, place, right);
            for (int time = 1; time < TIMES && response.code() == HttpURLConnection.HTTP_CONFLICT; time++) {
                response = sent(person, place, right);
            }
            return new Tried(place, right, response);
        };
    }

    private HttpResponse<String> sent(ByHand person, Place place, Right right) {
        String namespace = in(place);
        String name = nameIn(place, right);
        return person.attempt(right, namespace, name, body(right, namespace, name));
    }

    /** A department's object is above it, that of a project in it; all else is in the project. */
    private String nameIn(Place place, Right right) {
        return switch (right.resource()) {
            case "departments" -> place == Place.ABOVE ? objects.department() : MatrixObjects.NAME;
            case "projects" -> place == Place.OWN ? objects.project() : MatrixObjects.NAME;
            default -> MatrixObjects.NAME;
        };
    }

    private String body(Right right, String namespace, String name) {
        return switch (right.verb()) {
            case "create" -> {
                var object = unmade.get(right.resource());
                yield object != null && namespace.equals(object.getMetadata().getNamespace()) ? json(object) : "{}";
            }
            case "update" ->
                new ByHand(admin)
                        .attempt(new Right("get", right.group(), right.resource(), Right.ANY), namespace, name, "")
                        .body();
            default -> "";
        };
    }

    private boolean isAboutWhatIsThere(Tried tried) {
        var object = unmade.get(tried.right().resource());
        return object != null && in(tried.place()).equals(object.getMetadata().getNamespace());
    }

    private String json(HasMetadata object) {
        return admin.getKubernetesSerialization().asJson(object);
    }

    private String in(Place place) {
        return namespaces.getOrDefault(place, "");
    }

    /** Bindings come into force a moment after they were made. Every role reads data volumes, and environments above. */
    private boolean isKnown(String role) {
        var rights = new Rights(admin, user(role));
        return rights.may("list", "datavolumes", in(Place.OWN))
                && rights.may("list", "datavolumes", in(Place.BELOW))
                && rights.may("list", "environments", in(Place.ABOVE))
                && rights.may("get", "departments", in(Place.ABOVE), objects.department())
                        == TABLES.rights(role).contains(new Right("get", OURS, "departments", Right.ANY));
    }

    private static boolean may(Rights rights, Right right, @Nullable String namespace) {
        var name = right.name().equals(Right.ANY) ? null : right.name();
        return rights.may(right.verb(), right.group(), right.resource(), namespace, name);
    }

    private static String user(String role) {
        return "matrix-" + role;
    }

    private static <T> List<T> atOnce(Stream<Callable<T>> work) throws InterruptedException, ExecutionException {
        var done = new ArrayList<T>();
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var one : workers.invokeAll(work.toList())) {
                done.add(one.get());
            }
        }
        return done;
    }
}
