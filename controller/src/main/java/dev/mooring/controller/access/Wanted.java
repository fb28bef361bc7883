package dev.mooring.controller.access;

import dev.mooring.model.AccessSubject;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Works out from the rules that reach a namespace who is to be given what there. */
final class Wanted {
    private Wanted() {}

    /** Returns who gets what by {@code rules}; those whose role is not among {@code roles} give nothing. */
    static SortedMap<Given, SortedSet<AccessSubject>> of(List<RuleFacts> rules, Map<String, RoleFacts> roles) {
        var wanted = new TreeMap<Given, SortedSet<AccessSubject>>();
        for (var rule : rules) {
            var role = roles.get(rule.role());
            if (role != null && !rule.subjects().isEmpty()) {
                given(rule, role)
                        .forEach(given -> wanted.computeIfAbsent(given, first -> new TreeSet<>())
                                .addAll(rule.subjects()));
            }
        }
        return wanted;
    }

    private static Stream<Given> given(RuleFacts rule, RoleFacts role) {
        var above = role.readsAbove() ? Stream.of(new Given(Given.Sort.ABOVE, rule.role())) : Stream.<Given>empty();
        return switch (rule.from()) {
            case RuleFacts.From.HereOrAbove ignored -> Stream.of(new Given(Given.Sort.ROLE, rule.role()));
            case RuleFacts.From.FarBelow ignored -> above;
            case RuleFacts.From.ProjectBelow project ->
                role.readsProjects()
                        ? Stream.concat(above, Stream.of(new Given(Given.Sort.PROJECT, project.name())))
                        : above;
            case RuleFacts.From.DepartmentBelow department ->
                role.readsDepartments()
                        ? Stream.concat(above, Stream.of(new Given(Given.Sort.DEPARTMENT, department.name())))
                        : above;
        };
    }
}
