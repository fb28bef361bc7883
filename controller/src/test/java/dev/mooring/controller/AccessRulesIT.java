package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mooring.model.AccessRule;
import dev.mooring.model.AccessRuleSpec;
import dev.mooring.model.AccessSubject;
import dev.mooring.model.Project;
import dev.mooring.model.SubjectKind;
import dev.mooring.testcluster.Rights;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What access rules give, by the API server's own authorizer. Each test has projects and people of its own. */
@WithCluster
class AccessRulesIT extends InstalledIT {
    AccessRulesIT(TestCluster cluster) {
        super(cluster, "access");
    }

    @Test
    void aRuleOfADepartmentReachesItsProjectsAndThoseThatJoinTomorrowAndLeavesThoseThatLeave() {
        mooring.readyDepartment("hall");
        mooring.readyProject("hall", "hall-today");
        var dora = rule("department-hall", "data-volume-administrator", "dora");
        mooring.eventually(() -> dora.may("create", "datavolumes", "hall-today"));
        assertThat(dora.may("create", "datavolumeshares", "department-hall")).isTrue();
        assertThat(dora.may("create", "pods", "hall-today")).isFalse();
        assertThat(dora.may("create", "datavolumes", "department-access")).isFalse();

        Project tomorrow = mooring.readyProject("hall", "hall-tomorrow");
        mooring.eventually(() -> dora.may("create", "datavolumes", "hall-tomorrow"));

        admin.resource(tomorrow).delete();
        mooring.eventually(() -> !dora.may("create", "datavolumes", "hall-tomorrow"));
        assertThat(dora.may("create", "datavolumes", "hall-today")).isTrue();
    }

    @Test
    void aProjectThatMovesTakesTheRulesOfItsNewDepartmentAndLosesThoseOfItsOld() {
        mooring.readyDepartment("parting");
        mooring.readyDepartment("into");
        var project = mooring.readyProject("parting", "nomad");
        var fred = rule("department-parting", "viewer", "fred");
        var ines = rule("department-into", "viewer", "ines");
        mooring.eventually(() -> fred.may("list", "datavolumes", "nomad"));

        mooring.move(project, "into");

        mooring.eventually(() -> ines.may("list", "datavolumes", "nomad"));
        mooring.eventually(() -> !fred.may("list", "datavolumes", "nomad"));
    }

    @Test
    void aDepartmentThatIsDeletedTakesItsRulesAndThoseOfItsProjectsOutOfForce() {
        var department = mooring.readyDepartment("folding");
        mooring.readyProject("folding", "folding-project");
        var dina = rule("department-folding", "viewer", "dina");
        var pia = rule("folding-project", "viewer", "pia");
        mooring.eventually(() -> dina.may("list", "datavolumes", "folding-project"));
        mooring.eventually(() -> pia.may("list", "datavolumes", "folding-project"));

        admin.resource(department).delete();

        mooring.eventually(() -> bindings("folding-project").isEmpty()
                && bindings("department-folding").isEmpty());
        assertThat(dina.may("list", "datavolumes", "folding-project")).isFalse();
        assertThat(dina.may("list", "datavolumes", "department-folding")).isFalse();
        assertThat(pia.may("list", "datavolumes", "folding-project")).isFalse();
    }

    @Test
    void aRuleOfTheClusterScopeReachesEveryScope() {
        mooring.readyProject("access", "reached");
        var carl = rule(Installation.CLUSTER_SCOPE, "system-administrator", "carl");

        mooring.eventually(() -> carl.may("create", "datavolumes", "reached"));
        mooring.eventually(() -> carl.may("create", "projects", "department-access"));
        mooring.eventually(() -> carl.may("create", "departments", Installation.CLUSTER_SCOPE));
        assertThat(carl.may("create", "datavolumes", "mooring-system")).isFalse();
    }

    @Test
    void aRuleOfAProjectStaysThereWhateverOwnersAndLabelsItHas() {
        mooring.readyProject("access", "narrow");
        mooring.readyProject("access", "beside");
        var department = mooring.namespace("department-access");
        var unmade = newRule("narrow", "l1-researcher", "nora");
        unmade.getMetadata().setLabels(Map.of("mooring.dev/scope", "department", "mooring.dev/department", "access"));
        unmade.getMetadata()
                .setOwnerReferences(List.of(new OwnerReferenceBuilder()
                        .withApiVersion("v1")
                        .withKind("Namespace")
                        .withName("department-access")
                        .withUid(department.getMetadata().getUid())
                        .build()));
        admin.resource(unmade).create();
        var nora = new Rights(admin, "nora");

        mooring.eventually(() -> nora.may("create", "datavolumes", "narrow"));
        mooring.always(() ->
                !nora.may("list", "datavolumes", "beside") && !nora.may("list", "datavolumes", "department-access"));
    }

    @Test
    void whoHasARoleBelowReadsTheAssetsAboveAndHisOwnProject() {
        mooring.readyProject("access", "reading");
        mooring.readyProject("access", "unread");
        var lars = rule("reading", "l1-researcher", "lars");

        mooring.eventually(() -> lars.may("list", "environments", "department-access"));
        mooring.eventually(() -> lars.may("get", "credentials", Installation.CLUSTER_SCOPE));
        mooring.eventually(() -> lars.may("get", "projects", "department-access", "reading"));
        assertThat(lars.may("get", "projects", "department-access", "unread")).isFalse();
        assertThat(lars.may("list", "projects", "department-access")).isFalse();
        assertThat(lars.may("create", "environments", "department-access")).isFalse();
        assertThat(lars.may("get", "", "secrets", "department-access", null)).isFalse();
        assertThat(lars.may("get", "", "configmaps", "department-access", null)).isFalse();
        assertThat(lars.may("get", "departments", Installation.CLUSTER_SCOPE, "access"))
                .isFalse();
    }

    @Test
    void whoHasARoleInADepartmentReadsThatDepartmentIfTheRoleReadsDepartments() {
        mooring.readyDepartment("seen");
        var vera = rule("department-seen", "department-viewer", "vera");
        var luca = rule("department-seen", "l2-researcher", "luca");

        mooring.eventually(() -> vera.may("get", "departments", Installation.CLUSTER_SCOPE, "seen"));
        mooring.eventually(() -> luca.may("list", "environments", Installation.CLUSTER_SCOPE));
        assertThat(vera.may("get", "departments", Installation.CLUSTER_SCOPE, "access"))
                .isFalse();
        assertThat(luca.may("get", "departments", Installation.CLUSTER_SCOPE, "seen"))
                .isFalse();
    }

    @Test
    void rulesWithOneRoleShareABindingAndSaySo() {
        mooring.readyDepartment("merged");
        mooring.readyProject("merged", "merging");
        var first =
                admin.resource(newRule("department-merged", "viewer", "mara")).create();
        var second = admin.resource(newRule("merging", "viewer", "milo")).create();

        mooring.awaitReason(first, "RoleGranted");
        mooring.awaitReason(second, "RoleGranted");
        mooring.eventually(() -> bindings(first) == 2 && bindings(second) == 1);
        assertThat(namespaces(first)).containsExactly("department-merged", "merging");
        assertThat(namespaces(second)).containsExactly("merging");
        assertThat(bindings("merging")).singleElement().satisfies(binding -> {
            assertThat(binding.getRoleRef().getName()).isEqualTo("viewer");
            assertThat(binding.getSubjects()).extracting(Subject::getName).containsExactly("mara", "milo");
        });
    }

    @Test
    void fiveHundredSubjectsAreTheMostForOneBinding() {
        mooring.readyProject("access", "crowded");
        IntStream.range(0, 3)
                .forEach(i -> admin.resource(newRule(
                                "crowded",
                                "viewer",
                                IntStream.range(0, 200)
                                        .mapToObj(j -> "guest-" + i + "-" + j)
                                        .toArray(String[]::new)))
                        .create());

        mooring.eventually(() -> bindings("crowded").stream()
                        .mapToInt(binding -> binding.getSubjects().size())
                        .sum()
                == 600);
        assertThat(bindings("crowded"))
                .hasSize(2)
                .allSatisfy(binding -> assertThat(binding.getSubjects()).hasSizeLessThanOrEqualTo(500));
    }

    @Test
    void whatIsDeletedOrChangedByHandComesBack() {
        mooring.readyProject("access", "healed");
        var hana = rule("healed", "viewer", "hana");
        mooring.eventually(() -> hana.may("list", "datavolumes", "healed"));
        var binding = admin.rbac().roleBindings().inNamespace("healed").withName("mooring:role:viewer");
        var first = binding.get();

        binding.delete();
        mooring.eventually(() -> mooring.isGone(first) && hana.may("list", "datavolumes", "healed"));

        // The policies let nobody but the account of the controller do this.
        forge(binding.get(), """
                [{"op": "add", "path": "/subjects/-",
                  "value": {"apiGroup": "rbac.authorization.k8s.io", "kind": "User", "name": "eve"}}]""");
        mooring.eventually(
                () -> binding.get().getSubjects().stream().map(Subject::getName).noneMatch("eve"::equals));

        var role = admin.rbac().roles().inNamespace("department-access").withName("mooring:project:healed");
        forge(role.get(), """
                [{"op": "replace", "path": "/rules/0/verbs", "value": ["get"]}]""");
        mooring.eventually(() -> role.get().getRules().getFirst().getVerbs().equals(List.of("get", "list", "watch")));
    }

    @Test
    void aBindingThatOnlyHasANameOfOursIsTakenAway() {
        mooring.readyProject("access", "forged");
        var forged = mooring.account()
                .resource(new RoleBindingBuilder()
                        .withMetadata(new ObjectMetaBuilder()
                                .withNamespace("forged")
                                .withName("mooring:role:editor")
                                .build())
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "editor")
                        .addNewSubject("rbac.authorization.k8s.io", "User", "mallory", null)
                        .build())
                .create();

        mooring.eventually(() -> mooring.isGone(forged));
    }

    @Test
    void aRoleThatLeavesTheChartsListIsTakenAwayWhereItIsBound() {
        mooring.readyProject("access", "delisted");
        var rule = admin.resource(newRule("delisted", "application-administrator", "ada"))
                .create();
        var ada = new Rights(admin, "ada");
        mooring.eventually(() -> ada.may("get", "accessrules", "delisted"));
        var chart = admin.rbac().clusterRoles().withName("mooring-controller");
        var listed = chart.get().getRules();

        chart.edit(found -> {
            found.getRules().forEach(one -> one.getResourceNames().remove("application-administrator"));
            return found;
        });
        mooring.awaitReason(rule, "RoleNotListed");
        mooring.eventually(() -> !ada.may("get", "accessrules", "delisted"));
        assertThat(bindings("delisted"))
                .extracting(binding -> binding.getMetadata().getName())
                .doesNotContain("mooring:role:application-administrator");

        chart.edit(found -> {
            found.setRules(listed);
            return found;
        });

        mooring.awaitReason(rule, "RoleGranted");
    }

    @Test
    void aRuleThatIsDeletedTakesEverythingAlong() {
        mooring.readyProject("access", "brief");
        var rule = admin.resource(newRule("brief", "viewer", "bob")).create();
        var bob = new Rights(admin, "bob");
        mooring.eventually(() -> bob.may("get", "projects", "department-access", "brief")
                && bob.may("list", "environments", Installation.CLUSTER_SCOPE));

        admin.resource(rule).delete();

        mooring.eventually(() -> bindings("brief").isEmpty()
                && !bob.may("get", "projects", "department-access", "brief")
                && !bob.may("list", "environments", Installation.CLUSTER_SCOPE));
        // The Role goes after its binding, which alone gives anybody anything.
        mooring.eventually(() -> admin.rbac()
                        .roles()
                        .inNamespace("department-access")
                        .withName("mooring:project:brief")
                        .get()
                == null);
    }

    @Test
    void aBindingThatCannotBeMadeIsToldByItsRuleUntilItIsMade() {
        mooring.readyProject("access", "stinted");
        var quota = admin.resource(new ResourceQuotaBuilder()
                        .withMetadata(Unmade.metadata("stinted", "no-bindings"))
                        .withNewSpec()
                        .addToHard("count/rolebindings.rbac.authorization.k8s.io", new Quantity("0"))
                        .endSpec()
                        .build())
                .create();
        mooring.eventually(() -> {
            var status = mooring.fresh(quota).getStatus();
            return status != null && !status.getHard().isEmpty();
        });

        var rule = admin.resource(newRule("stinted", "viewer", "stan")).create();

        mooring.awaitReason(rule, "BindingRefused");
        assertThat(mooring.ready(rule))
                .extracting(Condition::getMessage)
                .asString()
                .startsWith("RoleBinding \"mooring:role:viewer\" in namespace \"stinted\" could not be written:")
                .contains("exceeded quota: no-bindings");
        mooring.eventually(() -> events("stinted", rule).contains("BindingRefused"));

        admin.resource(quota).delete();
        mooring.awaitReason(rule, "RoleGranted");
    }

    private List<String> events(String namespace, AccessRule about) {
        return admin.events().v1().events().inNamespace(namespace).list().getItems().stream()
                .filter(event ->
                        about.getMetadata().getUid().equals(event.getRegarding().getUid()))
                .map(Event::getReason)
                .toList();
    }

    @Test
    void aRuleThatEndsWhileNobodyLooksGivesNothingAnyMore() {
        mooring.readyProject("access", "unwatched");
        var rule = admin.resource(newRule("unwatched", "viewer", "wes")).create();
        var wes = new Rights(admin, "wes");
        mooring.eventually(() -> wes.may("list", "datavolumes", "unwatched"));

        mooring.stopController();
        admin.resource(rule).delete();
        mooring.startController();

        mooring.eventually(() -> !wes.may("list", "datavolumes", "unwatched"));
    }

    @Test
    void aRuleOutsideAllScopesIsNotMade() {
        mooring.makeNamespace("outside");

        assertThatThrownBy(() ->
                        admin.resource(newRule("outside", "editor", "otto")).create())
                .hasMessageContaining("'mooring-rule-scopes'")
                .hasMessageContaining("would be in namespace \"outside\", which is no scope");
    }

    @Test
    void aRuleThatOutlivesItsProjectComesIntoForceForNobodyElse() {
        var project = mooring.readyProject("access", "inherited");
        var rule = admin.resource(newRule("inherited", "editor", "otto")).create();
        mooring.awaitReason(rule, "RoleGranted");
        admin.resource(project).delete();
        mooring.awaitReason(rule, "NotInAScope");
        mooring.eventually(() -> bindings("inherited").isEmpty());

        mooring.adopt("inherited", "access/inherited");
        var heir = mooring.project("department-access", "inherited");

        mooring.awaitReason(heir, "AccessRulesRemain");
        assertThat(mooring.ready(heir))
                .extracting(Condition::getMessage)
                .asString()
                .contains("\"editor-otto\"");
        assertThat(bindings("inherited")).isEmpty();

        admin.resource(rule).delete();
        mooring.awaitReason(heir, "NamespaceReady");
    }

    private Rights rule(String namespace, String role, String user) {
        admin.resource(newRule(namespace, role, user)).create();
        return new Rights(admin, user);
    }

    private static AccessRule newRule(String namespace, String role, String... users) {
        var rule = new AccessRule();
        rule.setMetadata(new ObjectMetaBuilder()
                .withNamespace(namespace)
                .withName(role + "-" + users[0])
                .build());
        rule.setSpec(new AccessRuleSpec(
                List.of(users).stream()
                        .map(user -> new AccessSubject(SubjectKind.USER, user, null))
                        .toList(),
                role));
        return rule;
    }

    private int bindings(AccessRule rule) {
        var status = mooring.fresh(rule).getStatus();
        return status == null || status.bindings() == null ? 0 : status.bindings();
    }

    private List<String> namespaces(AccessRule rule) {
        var status = mooring.fresh(rule).getStatus();
        return status == null ? List.of() : status.namespaces();
    }

    private List<RoleBinding> bindings(String namespace) {
        return admin.rbac().roleBindings().inNamespace(namespace).list().getItems().stream()
                .filter(binding -> binding.getMetadata().getName().startsWith("mooring:"))
                .toList();
    }

    private void forge(HasMetadata object, String patch) {
        mooring.account().resource(object).patch(PatchContext.of(PatchType.JSON), patch);
    }
}
