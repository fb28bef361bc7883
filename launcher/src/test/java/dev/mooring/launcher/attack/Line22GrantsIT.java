package dev.mooring.launcher.attack;

import dev.mooring.model.AccessRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Test;

/** A rule that gives more than its author has, and a status that says what is not so. */
@Attack(line = 22)
@WithAndWithoutProcesses
class Line22GrantsIT {
    private static final String RULES = "mooring-access-rules";
    private static final String STATUS = "mooring-status";

    private final World world;
    private final Scene scene;

    Line22GrantsIT(Processes processes, Site site) {
        world = site.world();
        scene = site.scene();
        site.put(processes);
    }

    @Test
    void aManagerDoesNotGiveARoleThatMayMoreThanHisOwn(Attempt attempt) {
        attempt.refused(
                RULES, "RoleNotYours", () -> manager().resource(rule("editor")).create(), "bind");
    }

    @Test
    void aManagerDoesNotRaiseARuleThatHeMayMake(Attempt attempt) {
        var made = manager().resource(rule("viewer")).create();

        attempt.refused(
                RULES,
                "RoleNotYours",
                () -> manager().resource(made).patch(Merge.PATCH, "{\"spec\":{\"role\":\"system-administrator\"}}"));
    }

    @Test
    void nobodyGivesAClusterRoleThatIsNoRole(Attempt attempt) {
        attempt.refused(
                RULES,
                "UnknownRole",
                () -> world.admin().resource(rule("cluster-admin")).create());
    }

    @Test
    void whoMayChangeARuleDoesNotWriteItsStatus(Attempt attempt) {
        var made = manager().resource(rule("viewer")).create();

        attempt.refusedByRbac(() -> write(manager(), made));
    }

    @Test
    void whoMayDoAnythingDoesNotWriteTheStatusOfARule(Attempt attempt) {
        var made = manager().resource(rule("viewer")).create();

        attempt.refused(STATUS, "ForgedStatus", () -> write(world.admin(), made));
    }

    private static void write(KubernetesClient client, AccessRule rule) {
        client.resource(rule).subresource("status").patch(Merge.PATCH, "{\"status\":{\"bindings\":99}}");
    }

    /** Returns a client of somebody who may make rules in the department, and not everything else. */
    private KubernetesClient manager() {
        return world.person(namespace(), "research-manager");
    }

    private AccessRule rule(String role) {
        return world.newRule(namespace(), role, "accomplice");
    }

    private String namespace() {
        return "department-" + scene.otherDepartment();
    }
}
