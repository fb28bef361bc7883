package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.AccessSubject;
import dev.mooring.model.SubjectKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class DataVolumeReadersProperties {
    private static final List<String> NAMESPACES = List.of("robotics", "vision", "research", "cluster");
    private static final List<String> ROLES = List.of("researcher", "viewer", "granter", "unknown");
    private static final Set<String> READING = Set.of("researcher", "viewer");
    private static final List<String> NAMES = List.of("a", "b", "c");

    /** A rule that comes, changes or goes. */
    record Event(String name, @Nullable RuleInForce now) {}

    @Property
    void theIndexSaysWhatTheRulesSayOneByOne(
            @ForAll("events") List<Event> events,
            @ForAll("questions") AccessQuestion question,
            @ForAll("scopes") Set<String> scopes) {
        var readers = new DataVolumeReaders();
        for (var role : List.of("researcher", "viewer", "granter")) {
            readers.role(role, null, new RoleView(role, role, false, false, READING.contains(role)));
        }
        Map<String, RuleInForce> rules = new HashMap<>();
        for (var event : events) {
            var before = event.now() == null ? rules.remove(event.name()) : rules.put(event.name(), event.now());
            if (before != null || event.now() != null) {
                readers.rules().changed(event.name(), before, event.now());
            }
        }

        assertThat(readers.include(question, List.copyOf(scopes)))
                .isEqualTo(rules.values().stream().anyMatch(rule -> saysYes(rule, question, scopes)));
    }

    private static boolean saysYes(RuleInForce rule, AccessQuestion question, Set<String> scopes) {
        return scopes.contains(rule.namespace())
                && READING.contains(rule.role())
                && rule.subjects().stream()
                        .map(DataVolumeReadersProperties::spelled)
                        .anyMatch(namesOf(question)::contains);
    }

    /** Everything that RBAC would find this person under. */
    private static Set<String> namesOf(AccessQuestion question) {
        var names = new HashSet<String>();
        names.add("user " + question.user());
        question.groups().forEach(group -> names.add("group " + group));
        return names;
    }

    private static String spelled(AccessSubject subject) {
        return switch (subject.kind()) {
            case USER -> "user " + subject.name();
            case GROUP -> "group " + subject.name();
            case SERVICE_ACCOUNT -> "user system:serviceaccount:" + subject.namespace() + ":" + subject.name();
        };
    }

    @Provide
    Arbitrary<Set<String>> scopes() {
        return Arbitraries.of(NAMESPACES).set().ofMaxSize(3);
    }

    @Provide
    Arbitrary<AccessQuestion> questions() {
        var users = Arbitraries.oneOf(
                Arbitraries.of(NAMES), Arbitraries.of(NAMES).map(name -> "system:serviceaccount:vision:" + name));
        return Combinators.combine(users, Arbitraries.of(NAMES).set().ofMaxSize(2))
                .as((user, groups) -> new AccessQuestion("robotics", user, groups));
    }

    @Provide
    Arbitrary<List<Event>> events() {
        var subjects = Combinators.combine(
                        Arbitraries.of(SubjectKind.class), Arbitraries.of(NAMES), Arbitraries.of("vision", "robotics"))
                .as((kind, name, namespace) ->
                        new AccessSubject(kind, name, kind == SubjectKind.SERVICE_ACCOUNT ? namespace : null));
        var rules = Combinators.combine(
                        Arbitraries.of(NAMESPACES),
                        Arbitraries.of(ROLES),
                        subjects.set().ofMaxSize(3))
                .as(RuleInForce::new)
                .injectNull(0.3);
        return Combinators.combine(Arbitraries.of("one", "two", "three", "four"), rules)
                .as(Event::new)
                .list()
                .ofMaxSize(12);
    }
}
