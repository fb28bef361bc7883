package dev.mooring.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.webhook.review.Requester;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {
    private static final Set<String> SCOPES = Set.of("robotics", "department-research", "mooring-cluster");

    private final People people = new People(SCOPES::contains);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@example.org",
                "",
                "system:anonymous",
                "system:serviceaccount:robotics:default",
                "system:serviceaccount:department-research:pipelines",
                "system:serviceaccount:mooring-cluster:pipelines"
            })
    void arePersonsAndTheAccountsOfScopes(String name) {
        assertThat(people.include(new Requester(name, Set.of("system:authenticated"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "system:serviceaccount:kube-system:job-controller",
                "system:serviceaccount:argo:workflow-controller",
                "system:node:worker-1",
                "system:kube-controller-manager",
                "system:apiserver"
            })
    void areNoControllersAndNodes(String name) {
        assertThat(people.include(new Requester(name, Set.of("system:authenticated"))))
                .isFalse();
    }

    @Test
    void areNoMembersOfTheGroupOfNodes() {
        assertThat(people.include(new Requester("worker-1", Set.of("system:nodes"))))
                .isFalse();
    }
}
