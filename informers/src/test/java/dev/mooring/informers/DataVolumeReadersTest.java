package dev.mooring.informers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.model.AccessSubject;
import dev.mooring.model.SubjectKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DataVolumeReadersTest {
    private static final List<String> SCOPES = List.of("robotics", "department-research", "mooring-cluster");
    private static final AccessSubject ANNA = new AccessSubject(SubjectKind.USER, "anna", null);
    private static final AccessSubject ML = new AccessSubject(SubjectKind.GROUP, "oidc:ml", null);
    private static final AccessSubject TRAINER = new AccessSubject(SubjectKind.SERVICE_ACCOUNT, "trainer", "robotics");

    private final DataVolumeReaders readers = new DataVolumeReaders();

    @BeforeEach
    void makeRoles() {
        readers.role("researcher", null, new RoleView("researcher", "researcher", false, false, true));
        readers.role("granter", null, new RoleView("granter", "granter", true, true, false));
    }

    @Test
    void includeAUserThatARuleNames() {
        rule("robotics", "researcher", ANNA);

        assertThat(readers.include(user("anna"), SCOPES)).isTrue();
        assertThat(readers.include(user("bert"), SCOPES)).isFalse();
    }

    @Test
    void includeTheMembersOfAGroup() {
        rule("robotics", "researcher", ML);

        assertThat(readers.include(new AccessQuestion("robotics", "bert", Set.of("oidc:ml", "oidc:all")), SCOPES))
                .isTrue();
        assertThat(readers.include(user("oidc:ml"), SCOPES)).isFalse();
    }

    @Test
    void includeAServiceAccountByBothOfItsNames() {
        rule("robotics", "researcher", TRAINER);

        assertThat(readers.include(user("system:serviceaccount:robotics:trainer"), SCOPES))
                .isTrue();
        assertThat(readers.include(user("system:serviceaccount:vision:trainer"), SCOPES))
                .isFalse();
        assertThat(readers.include(user("trainer"), SCOPES)).isFalse();
    }

    @Test
    void countTheRulesOfTheScopesAbove() {
        rule("department-research", "researcher", ANNA);
        rule("mooring-cluster", "researcher", ML);

        assertThat(readers.include(user("anna"), SCOPES)).isTrue();
        assertThat(readers.include(new AccessQuestion("robotics", "bert", Set.of("oidc:ml")), SCOPES))
                .isTrue();
    }

    @Test
    void countNoRuleOfAnotherScope() {
        rule("vision", "researcher", ANNA);

        assertThat(readers.include(user("anna"), SCOPES)).isFalse();
        assertThat(readers.include(user("anna"), List.of())).isFalse();
    }

    @Test
    void countNoRoleThatDoesNotReadDataVolumes() {
        rule("robotics", "granter", ANNA);

        assertThat(readers.include(user("anna"), SCOPES)).isFalse();
    }

    @Test
    void countNoRoleThatIsGone() {
        rule("robotics", "researcher", ANNA);
        readers.role("researcher", new RoleView("researcher", "researcher", false, false, true), null);

        assertThat(readers.include(user("anna"), SCOPES)).isFalse();
    }

    @Test
    void forgetARuleThatIsGone() {
        var rule = rule("robotics", "researcher", ANNA);
        readers.rules().changed("robotics/researcher", rule, null);

        assertThat(readers.include(user("anna"), SCOPES)).isFalse();
    }

    private RuleInForce rule(String namespace, String role, AccessSubject subject) {
        var rule = new RuleInForce(namespace, role, Set.of(subject));
        readers.rules().changed(namespace + "/" + role, null, rule);
        return rule;
    }

    private static AccessQuestion user(String name) {
        return new AccessQuestion("robotics", name, Set.of("system:authenticated"));
    }
}
