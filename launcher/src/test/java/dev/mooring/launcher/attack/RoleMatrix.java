package dev.mooring.launcher.attack;

import dev.mooring.charts.roles.Right;
import dev.mooring.charts.roles.RoleTables;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody may do who has a role by an access rule in a department, cell by cell, as the tables have it. A cell is a line
 * such as {@code BELOW create mooring.dev/datavolumes *}: where, what, on which, and the object's name or {@code *}.
 *
 * @param tables the two tables of the chart
 * @param department the department whose namespace the rule is in
 */
record RoleMatrix(RoleTables tables, String department) {
    private static final String OURS = "mooring.dev";
    private static final String DEPARTMENTS = "departments";
    private static final List<String> VERBS = List.of(
            "get",
            "list",
            "watch",
            "create",
            "update",
            "patch",
            "delete",
            "deletecollection",
            "bind",
            "escalate",
            "impersonate");

    /** Where somebody may do something, seen from the department. */
    enum Place {
        /** The department's namespace. */
        OWN,
        /** That of a project of the department. */
        BELOW,
        /** That of the cluster scope. */
        ABOVE,
        /** That of a project of another department. */
        ELSEWHERE,
        /** No namespace, or all of them. */
        EVERYWHERE
    }

    /** Returns all that {@code role} gives. */
    Set<String> expected(String role) {
        var own = tables.rights(role);
        var object = own.stream()
                .filter(RoleMatrix::isOfDepartments)
                .filter(right -> Set.of("get", "list", "watch").contains(right.verb()))
                .map(this::ofTheDepartment);
        return Stream.of(
                        cells(Place.OWN, own.stream()),
                        cells(Place.BELOW, own.stream()),
                        cells(Place.ABOVE, tables.rightsAbove(role).stream()),
                        cells(Place.ABOVE, object))
                .flatMap(cells -> cells)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns what may be asked about a place: every verb on everything, and roles to bind one by one. */
    Stream<Right> questions(Place place, Collection<ServedResource> resources) {
        var everything = resources.stream()
                .flatMap(resource ->
                        VERBS.stream().map(verb -> new Right(verb, resource.group(), resource.name(), Right.ANY)));
        var roles = Stream.concat(
                        tables.letters().keySet().stream(),
                        Stream.of("cluster-admin", "admin", "edit", "view", "mooring-controller"))
                .flatMap(name -> Stream.of("bind", "escalate", "get", "update")
                        .map(verb -> new Right(verb, "rbac.authorization.k8s.io", "clusterroles", name)));
        var object = place == Place.ABOVE
                ? VERBS.stream().map(verb -> ofTheDepartment(new Right(verb, OURS, DEPARTMENTS, Right.ANY)))
                : Stream.<Right>of();
        return Stream.of(everything, roles, object).flatMap(questions -> questions);
    }

    /** Returns what can be tried by a request: all but to bind, which takes an access rule. */
    Stream<Right> attempts(Place place) {
        return tables.meanings().stream()
                .filter(meaning -> !meaning.named())
                .flatMap(meaning -> meaning.resources().stream()
                        .flatMap(resource -> ByHand.verbs(resource).stream()
                                .map(verb -> new Right(verb, meaning.group(), resource, Right.ANY))))
                .distinct()
                .map(right -> place == Place.ABOVE && ByHand.namesAnObject(right) && isOfDepartments(right)
                        ? ofTheDepartment(right)
                        : right);
    }

    /** Returns the name of a cell. */
    static String cell(Place place, Right right) {
        return String.join(" ", place.name(), right.verb(), right.group() + "/" + right.resource(), right.name());
    }

    private static Stream<String> cells(Place place, Stream<Right> rights) {
        return rights.map(right -> cell(place, right));
    }

    private static boolean isOfDepartments(Right right) {
        return right.group().equals(OURS) && right.resource().equals(DEPARTMENTS);
    }

    private Right ofTheDepartment(Right right) {
        return new Right(right.verb(), right.group(), right.resource(), department);
    }
}
