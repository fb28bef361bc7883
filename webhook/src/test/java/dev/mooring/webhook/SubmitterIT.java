package dev.mooring.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mooring.model.AccessSubject;
import dev.mooring.model.SubjectKind;
import dev.mooring.testcluster.Kubeconfig;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Who submits pods and workloads, at the real API server. */
@WithCluster
@TestInstance(Lifecycle.PER_CLASS)
class SubmitterIT {
    private static final String MAY_NOT = "may not see data volumes here";
    private static final String WEBHOOK = "mooring-webhook";

    private final TestCluster cluster;
    private final KubernetesClient admin;
    private final Installation installation;
    private final World world;
    private final String vision;
    private final String robotics;
    private final List<KubernetesClient> clients = new ArrayList<>();

    SubmitterIT(TestCluster cluster) {
        this.cluster = cluster;
        admin = cluster.client();
        installation = Installation.on(cluster);
        world = new World(admin, installation.controller());
        vision = world.project("submitter-vision");
        robotics = world.project("submitter-robotics");
    }

    @BeforeAll
    void share() {
        world.dataVolume(vision, "imagenet");
        world.share(vision, "imagenet", robotics);
        admin.resource(new RoleBuilder()
                        .withNewMetadata()
                        .withNamespace(robotics)
                        .withName("maker")
                        .endMetadata()
                        .addNewRule()
                        .withApiGroups("", "batch")
                        .withResources("pods", "jobs")
                        .withVerbs("create")
                        .endRule()
                        .build())
                .create();
        new Attempt(admin).allowed(asking());
    }

    @AfterAll
    void close() {
        clients.forEach(KubernetesClient::close);
        installation.close();
    }

    @Test
    void admitsWhomARuleNamesAndAsksNobody() {
        var anna = maker("submitter-anna");
        world.accessRule(robotics, "l2-researcher", user("submitter-anna"));
        anna.allowed(asking()); // when the rule has been seen: no binding says the same
        double before = asked();

        anna.allowed(asking());
        anna.allowed(Workload.JOB.asking(robotics, "imagenet"));

        assertThat(asked()).isEqualTo(before);
    }

    @Test
    void countsARuleOfTheDepartment() {
        var dora = maker("submitter-dora");
        world.accessRule(world.departmentNamespace(), "l2-researcher", user("submitter-dora"));
        dora.allowed(asking());
        double before = asked();

        dora.allowed(asking());

        assertThat(asked()).isEqualTo(before);
    }

    @Test
    void admitsWhoHasABindingOfHisOwnAndAsksOnce() {
        world.bindResearcher(robotics, "submitter-bert");
        var bert = new Attempt(client("submitter-bert"));
        double before = asked();

        bert.allowed(asking());
        bert.allowed(asking());
        bert.allowed(Workload.JOB.asking(robotics, "imagenet"));

        assertThat(asked()).isEqualTo(before + 1);
    }

    @Test
    void refusesWhoMayMakePodsAndNotSeeDataVolumes() {
        var refusal = maker("submitter-carl").refused(asking(), MAY_NOT);

        assertThat(refusal.getCode()).isEqualTo(403);
        assertThat(refusal.getMessage())
                .contains("\"submitter-carl\"", "get datavolumes.mooring.dev", "\"" + robotics + "\"", "access rule")
                .doesNotContain("imagenet");
    }

    @Test
    void refusesTheWorkloadToo() {
        maker("submitter-carla")
                .refused(
                        Workload.JOB.asking(robotics, "imagenet"),
                        "workloads.mooring.dev",
                        "\"submitter-carla\"",
                        MAY_NOT);
    }

    @Test
    void admitsWhoIsGivenTheRightWithinMoments() {
        var emil = maker("submitter-emil");
        emil.refused(asking(), MAY_NOT);

        world.bindResearcher(robotics, "submitter-emil");

        await().atMost(Duration.ofSeconds(10))
                .ignoreExceptionsInstanceOf(KubernetesClientException.class)
                .untilAsserted(() -> emil.allowed(asking()));
    }

    @Test
    void admitsEverythingElseOfWhoMayNotSeeDataVolumes() {
        var fred = maker("submitter-fred");
        double before = asked();

        fred.allowed(Pods.plain(robotics, "plain").build());

        assertThat(asked()).isEqualTo(before);
    }

    @Test
    void admitsWhatAControllerMakesOfAWorkload() {
        Job job = (Job) Workload.JOB.asking(robotics, "imagenet");
        admin.resource(job).create();

        await().until(() -> admin.pods().inNamespace(robotics).list().getItems().stream()
                .flatMap(pod -> pod.getMetadata().getOwnerReferences().stream())
                .anyMatch(owner -> owner.getName().equals(job.getMetadata().getName())));
    }

    @Test
    void asksNothingOfAServiceAccountOutsideScopes() {
        String operators = world.namespace("submitter-operators");
        bindMaker(operators, "ServiceAccount", "default", operators);
        double before = asked();

        account(operators).allowed(asking());

        assertThat(asked()).isEqualTo(before);
    }

    @Test
    void treatsAServiceAccountOfAProjectAsAPerson() {
        bindMaker(vision, "ServiceAccount", "default", vision);

        account(vision).refused(asking(), "system:serviceaccount:" + vision + ":default", MAY_NOT);
    }

    @Test
    void refusesForTheMomentWhileTheApiServerDoesNotSay() {
        var gerd = maker("submitter-gerd");
        var rights = admin.rbac().clusterRoles().withName(WEBHOOK);
        ClusterRole before = rights.get();
        rights.edit(role -> role.edit()
                .removeMatchingFromRules(rule -> rule.getResources().contains("subjectaccessreviews"))
                .build());
        try {
            Status refusal = gerd.refused(asking(), "does not say at present", "\"submitter-gerd\"");

            assertThat(refusal.getCode()).isEqualTo(429);
        } finally {
            rights.edit(role -> role.edit().withRules(before.getRules()).build());
        }
        gerd.refused(asking(), MAY_NOT);
    }

    /** Returns the attempts of a person who may make pods and jobs, and nothing else. */
    private Attempt maker(String name) {
        bindMaker(name, "User", name, null);
        return new Attempt(client(name));
    }

    private Attempt account(String namespace) {
        return new Attempt(client(cluster.serviceAccount(namespace, "default")));
    }

    private KubernetesClient client(String user) {
        return client(cluster.user(user));
    }

    private KubernetesClient client(Kubeconfig who) {
        var client = who.clientWithoutRetries();
        clients.add(client);
        return client;
    }

    private void bindMaker(String name, String kind, String subject, @Nullable String namespace) {
        admin.resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withNamespace(robotics)
                        .withName("maker-" + name)
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "Role", "maker")
                        .addNewSubject(namespace == null ? "rbac.authorization.k8s.io" : "", kind, subject, namespace)
                        .build())
                .create();
    }

    private Pod asking() {
        return Pods.asking(robotics, "train", "imagenet").build();
    }

    private static AccessSubject user(String name) {
        return new AccessSubject(SubjectKind.USER, name, null);
    }

    /** Returns how many SubjectAccessReviews the webhook has made. */
    private double asked() {
        try (var direct = installation.direct()) {
            return direct.measured("mooring_access_reviews_total").sum();
        }
    }
}
