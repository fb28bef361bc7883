package dev.mooring.benchmarks;

import dev.mooring.charts.ChartInstaller;
import dev.mooring.charts.ChartValues;
import dev.mooring.controller.Controller;
import dev.mooring.controller.ControllerConfig;
import dev.mooring.controller.Surroundings;
import dev.mooring.model.AccessRule;
import dev.mooring.model.Department;
import dev.mooring.model.Project;
import dev.mooring.testcluster.ClusterConfig;
import dev.mooring.testcluster.Rights;
import dev.mooring.testcluster.TestCluster;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Measures how fast access rules come into force in a cluster of many projects, on a real API server, and writes the table of
 * the run.
 */
public final class AccessRules {
    private static final int PROJECTS = 10_000;
    private static final int LATER_RULES_OF_PROJECTS = 50;
    private static final int LATER_RULES_OF_DEPARTMENTS = 10;
    private static final int BY_HAND = 2_000;
    private static final String LATER_ROLE = "viewer";

    private final TestCluster cluster;
    private final KubernetesClient account;
    private final Sizes sizes;
    private final ReadyObjects<AccessRule> rules;

    private AccessRules(TestCluster cluster, KubernetesClient account, Sizes sizes) {
        this.cluster = cluster;
        this.account = account;
        this.sizes = sizes;
        rules = ReadyObjects.watch(
                cluster.client(),
                AccessRule.class,
                rule -> rule.getStatus() == null ? List.of() : rule.getStatus().conditions());
    }

    /** Takes the directory of the results, and perhaps a number of projects. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Path results = Path.of(arguments[0]);
        var sizes = new Sizes(
                arguments.length < 2 || arguments[1].isBlank() ? PROJECTS : Integer.parseInt(arguments[1].strip()));
        Machine machine = Machine.here();
        String text = new AccessRulesReport(LocalDate.now(ZoneOffset.UTC), machine, sizes, measure(sizes)).text();
        Files.createDirectories(results);
        Files.writeString(results.resolve("access-rules.md"), text);
        System.out.println(text);
    }

    private static AccessRulesReport.Times measure(Sizes sizes) throws InterruptedException {
        try (var cluster = TestCluster.start(ClusterConfig.defaults().withoutControllerManager())) {
            ChartInstaller.install(cluster.client(), ChartValues.defaults());
            try (var account = cluster.serviceAccount(ChartValues.DEFAULT_NAMESPACE, "mooring-controller")
                    .client()) {
                return new AccessRules(cluster, account, sizes).measure();
            }
        }
    }

    private AccessRulesReport.Times measure() throws InterruptedException {
        var population = new Population(cluster.client(), sizes);
        var scopes = makeScopes(population);
        population.makeRules();
        var byHand = timed(() -> population.makeBindings(BY_HAND));
        long before = bindings();
        long begin = System.nanoTime();
        try (var controller = startController()) {
            awaitSight(controller);
            rules.await(sizes.rules());
            var all = Duration.ofNanos(System.nanoTime() - begin);
            long made = bindings() - before;
            return new AccessRulesReport.Times(
                    scopes, all, made, BY_HAND, byHand, inProjects(), inDepartments(), inTheCluster());
        }
    }

    /** Returns how long departments and projects took until all were ready. */
    private Duration makeScopes(Population population) throws InterruptedException {
        var departments = ReadyObjects.watch(
                cluster.client(),
                Department.class,
                department -> department.getStatus() == null
                        ? List.of()
                        : department.getStatus().conditions());
        var projects = ReadyObjects.watch(
                cluster.client(),
                Project.class,
                project -> project.getStatus() == null
                        ? List.of()
                        : project.getStatus().conditions());
        try (var controller = startController()) {
            awaitSight(controller);
            return timed(() -> {
                population.makeDepartments();
                departments.await(sizes.departments());
                population.makeProjects();
                projects.await(sizes.projects());
            });
        }
    }

    private List<Duration> inProjects() throws InterruptedException {
        List<Duration> times = new ArrayList<>();
        for (int number = 0; number < LATER_RULES_OF_PROJECTS; number++) {
            String project = Sizes.project(number * sizes.projects() / LATER_RULES_OF_PROJECTS);
            times.add(untilInForce(project, "later-in-project-" + number, List.of(project)));
        }
        return times;
    }

    private List<Duration> inDepartments() throws InterruptedException {
        List<Duration> times = new ArrayList<>();
        for (int number = 0; number < LATER_RULES_OF_DEPARTMENTS; number++) {
            int department = number % sizes.departments();
            times.add(untilInForce(
                    Sizes.department(department),
                    "later-in-department-" + number,
                    sizes.projectsOf(department).toList()));
        }
        return times;
    }

    private Duration inTheCluster() throws InterruptedException {
        var rule = Population.rule(Population.CLUSTER, LATER_ROLE, "later-in-cluster");
        return timed(() -> {
            cluster.client().resource(rule).create();
            rules.await(rule.getMetadata().getNamespace(), rule.getMetadata().getName());
        });
    }

    /** Returns how long after a rule was made its user may read in the last of these projects, by the API server's word. */
    private Duration untilInForce(String namespace, String user, List<String> projects) throws InterruptedException {
        var rights = new Rights(cluster.client(), user);
        return timed(() -> {
            cluster.client()
                    .resource(Population.rule(namespace, LATER_ROLE, user))
                    .create();
            for (String project : projects) {
                Waiting.until(user + " may read in " + project, () -> rights.may("get", "datavolumes", project));
            }
        });
    }

    /** Returns how many RoleBindings there are, without listing them. */
    private long bindings() {
        var first = cluster.client()
                .rbac()
                .roleBindings()
                .inAnyNamespace()
                .list(new ListOptionsBuilder().withLimit(1L).build());
        return first.getItems().size()
                + Objects.requireNonNullElse(first.getMetadata().getRemainingItemCount(), 0L);
    }

    private static Duration timed(Step step) throws InterruptedException {
        long begin = System.nanoTime();
        step.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    private Controller startController() {
        return Controller.start(
                ControllerConfig.from(Map.of()),
                account,
                new SimpleMeterRegistry(),
                new Surroundings(InstantSource.system(), System::nanoTime, new Random()));
    }

    private static void awaitSight(Controller controller) throws InterruptedException {
        Waiting.until("the controller sees all", () -> controller.notReady().isEmpty());
    }
}
