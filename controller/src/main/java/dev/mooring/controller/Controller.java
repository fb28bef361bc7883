package dev.mooring.controller;

import dev.mooring.controller.access.AccessRuleSteps;
import dev.mooring.controller.access.BindingFailures;
import dev.mooring.controller.access.BindingSteps;
import dev.mooring.controller.backend.MirrorStrategies;
import dev.mooring.controller.index.ControllerView;
import dev.mooring.controller.mirror.MirrorSteps;
import dev.mooring.controller.object.EventWriter;
import dev.mooring.controller.object.StatusWriter;
import dev.mooring.controller.reconcile.ReconcileLoop;
import dev.mooring.controller.revocation.RevocationMetrics;
import dev.mooring.controller.revocation.RevocationNews;
import dev.mooring.controller.revocation.RevocationSteps;
import dev.mooring.controller.scope.DepartmentSteps;
import dev.mooring.controller.scope.ProjectSteps;
import dev.mooring.controller.share.ShareSteps;
import dev.mooring.controller.volume.DataVolumeSteps;
import dev.mooring.informers.ViewSettings;
import dev.mooring.model.AccessRule;
import dev.mooring.model.AccessRuleStatus;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.DataVolumeShareStatus;
import dev.mooring.model.DataVolumeStatus;
import dev.mooring.model.Department;
import dev.mooring.model.DepartmentStatus;
import dev.mooring.model.Project;
import dev.mooring.model.ProjectStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The controller, wired and running.
 *
 * <p>Reconciling begins once everything is known: before that, "no share" would mean "not seen yet", and mirrors would go.
 */
public final class Controller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Controller.class);
    private static final String NAME = "mooring-controller";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** After a change of ours the others of the same round are on their way: who looked at once would make them again. */
    private static final Duration UNTIL_ALL_IS_SEEN = Duration.ofMillis(100);

    private final ControllerView view;
    private final List<ReconcileLoop<?>> loops;
    private final Thread starter;

    private Controller(ControllerView view, List<ReconcileLoop<?>> loops) {
        this.view = view;
        this.loops = loops;
        starter = Thread.ofPlatform().name("controller-start").unstarted(this::startLoopsOnceKnown);
    }

    /** Starts to watch, and to reconcile as soon as everything is known; returns at once. The client stays the caller's. */
    public static Controller start(
            ControllerConfig config, KubernetesClient client, MeterRegistry meters, Surroundings surroundings) {
        var clock = surroundings.clock();
        var clusterScope = config.clusterScopeNamespace();
        var names = config.scopeNames();
        var strategies = new MirrorStrategies(config.backends());
        var view = ControllerView.create(
                client,
                new ViewSettings(
                        config.namespace(), clusterScope, config.backends().driversByAttributes()),
                meters,
                clock,
                surroundings.chance());

        var events = new EventWriter(client, NAME, clock);
        var ofDepartments = new StatusWriter<>(client, Department::new, DepartmentStatus::conditions, events);
        var ofProjects = new StatusWriter<>(client, Project::new, ProjectStatus::conditions, events);
        var ofVolumes = new StatusWriter<>(client, DataVolume::new, DataVolumeStatus::conditions, events);
        var ofShares = new StatusWriter<>(client, DataVolumeShare::new, DataVolumeShareStatus::conditions, events);
        var ofRules = new StatusWriter<>(client, AccessRule::new, AccessRuleStatus::conditions, events);

        var factory = new LoopFactory(surroundings, meters);
        var departments = factory.loop(
                "department", 1, new DepartmentSteps(client, view, names, clusterScope, ofDepartments, clock));
        var projects = factory.loop("project", 2, new ProjectSteps(client, view, names, ofProjects, clock));
        var dataVolumes = factory.loop(
                "datavolume", 2, new DataVolumeSteps(client, view, strategies, ofVolumes, events, meters, clock));
        var shares = factory.loop(
                "datavolumeshare", 2, new ShareSteps(client, view, ofShares, clock, surroundings.nanoTime()));
        var mirrors = factory.loop(
                "mirror", 4, new MirrorSteps(client, view, names, strategies, events, clock, config.mirrorGrace()));

        var revocations = factory.loop(
                "revocation",
                4,
                new RevocationSteps(
                        client,
                        view,
                        names,
                        new RevocationNews(events, new RevocationMetrics(meters)),
                        clock,
                        surroundings.nanoTime(),
                        config.evictionDeadline()));

        var failures = new BindingFailures();
        var bindings = factory.loop("rolebinding", 4, new BindingSteps(client, view, clusterScope, failures));
        var rules = factory.loop(
                "accessrule", 2, new AccessRuleSteps(client, view, clusterScope, failures, ofRules, clock));

        AccessWakeUps.connect(
                view,
                clusterScope,
                failures,
                bindings::add,
                namespace -> bindings.addAfter(namespace, UNTIL_ALL_IS_SEEN),
                new LoopWaker(rules));
        WakeUps.connect(
                view,
                new Wakers(
                        new LoopWaker(departments),
                        new LoopWaker(projects),
                        new LoopWaker(dataVolumes),
                        new LoopWaker(shares),
                        new LoopWaker(mirrors).andThen(new LoopWaker(revocations))));
        var controller = new Controller(
                view, List.of(departments, projects, dataVolumes, shares, mirrors, revocations, bindings, rules));
        controller.start();
        return controller;
    }

    private void start() {
        view.start();
        starter.start();
    }

    private void startLoopsOnceKnown() {
        try {
            while (!view.notReady().isEmpty()) {
                Thread.sleep(BETWEEN_LOOKS);
            }
            loops.forEach(ReconcileLoop::start);
            LOG.atInfo().log("Controller reconciles");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopStarting() {
        starter.interrupt();
        try {
            starter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns what keeps the controller from seeing everything, one entry for each kind; empty if nothing does. */
    public List<String> notReady() {
        return view.notReady();
    }

    /** Finishes what is being worked on, and stops watching. */
    @Override
    public void close() {
        stopStarting();
        loops.reversed().forEach(ReconcileLoop::close);
        view.close();
        LOG.atInfo().log("Controller stopped");
    }
}
