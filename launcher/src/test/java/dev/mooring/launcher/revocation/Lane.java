package dev.mooring.launcher.revocation;

import static org.awaitility.Awaitility.await;

import dev.mooring.launcher.attack.Merge;
import dev.mooring.launcher.attack.World;
import dev.mooring.model.Access;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.ScopeKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Gives one project one data volume and takes it away again, each time another way, while somebody asks for it. Everything
 * that is taken away is made again under its old name.
 */
final class Lane {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final List<ScopeKind> SCOPES = List.of(ScopeKind.values());
    private static final List<Ending> ENDINGS = endings();

    private final KubernetesClient client;
    private final World world;
    private final Asker asker;
    private final RandomGenerator random;
    private final String name;
    private Ground ground;

    Lane(KubernetesClient client, World world, Asker asker, RandomGenerator random, String name) {
        this.client = client;
        this.world = world;
        this.asker = asker;
        this.random = random;
        this.name = name;
        ground = newGround();
    }

    /** One grant from its begin to its end and beyond. Returns whether it came about. */
    boolean interleave() throws InterruptedException {
        var ending = ENDINGS.get(random.nextInt(ENDINGS.size()));
        try {
            var share = share(ending);
            asker.wish(wish(ending));
            Thread.sleep(200L + random.nextInt(1_200));
            end(ending, share);
            Thread.sleep(2_100L + random.nextInt(1_500));
            asker.rest();
            delete(share);
            restore(ending);
            return true;
        } catch (ConditionTimeoutException | KubernetesClientException hitch) {
            asker.rest();
            System.out.println("revocation: " + name + " begins anew after " + ending + ": "
                    + String.valueOf(hitch.getMessage()).lines().findFirst().orElse(""));
            ground = newGround();
            return false;
        }
    }

    private Ground newGround() {
        return await(name + " has its ground")
                .atMost(PATIENCE.multipliedBy(3))
                .ignoreExceptions()
                .until(this::tryNewGround, found -> true);
    }

    private Ground tryNewGround() {
        var originDepartment = world.department(name + "-a");
        var origin = world.project(originDepartment, name + "-origin");
        world.dataVolume(origin, "data");
        var department = world.department(name + "-b");
        var otherDepartment = world.department(name + "-c");
        var project = world.project(department, name + "-project");
        return new Ground(originDepartment, origin, "data", department, otherDepartment, project);
    }

    private Asker.Wish wish(Ending ending) {
        var reference = ground.origin() + "/" + ground.dataVolume();
        return new Asker.Wish(ground.project(), ending == Ending.SHARE_LOWERED ? reference + ":rw" : reference);
    }

    private DataVolumeShare share(Ending ending) {
        var kind = scope(ending);
        var target = switch (kind) {
            case PROJECT -> ground.project();
            case DEPARTMENT -> ground.department();
            case CLUSTER -> null;
        };
        return made(world.newShare(
                ground.origin(),
                ground.dataVolume(),
                kind,
                target,
                ending == Ending.SHARE_LOWERED ? Access.READ_WRITE : Access.READ_ONLY,
                ending == Ending.SHARE_EXPIRES ? inMillis(1_500) : null));
    }

    private ScopeKind scope(Ending ending) {
        return ending == Ending.PROJECT_MOVED ? ScopeKind.DEPARTMENT : SCOPES.get(random.nextInt(SCOPES.size()));
    }

    private void end(Ending ending, DataVolumeShare share) {
        switch (ending) {
            case SHARE_DELETED -> delete(share);
            case SHARE_EXPIRES -> {}
            case EXPIRY_BROUGHT_FORWARD -> change(share, "\"expiresAt\":\"" + inMillis(0) + "\"");
            case SHARE_LOWERED -> change(share, "\"access\":\"ReadOnly\"");
            case DATA_VOLUME_DELETED -> delete(dataVolume());
            case PROJECT_DELETED -> delete(project());
            case PROJECT_MOVED -> move();
            case DEPARTMENT_DELETED -> delete(department(ground.department()));
            case ORIGIN_PROJECT_DELETED -> delete(origin());
            case ORIGIN_DEPARTMENT_DELETED -> delete(department(ground.originDepartment()));
        }
    }

    private void restore(Ending ending) {
        switch (ending) {
            case SHARE_DELETED, SHARE_EXPIRES, EXPIRY_BROUGHT_FORWARD, SHARE_LOWERED -> {}
            case DATA_VOLUME_DELETED -> again(dataVolume());
            case PROJECT_DELETED -> projectAgain(ground.department(), project());
            case PROJECT_MOVED -> world.awaitReady(project());
            case DEPARTMENT_DELETED -> {
                departmentAgain(ground.department());
                world.awaitReady(project());
            }
            case ORIGIN_PROJECT_DELETED -> projectAgain(ground.originDepartment(), origin());
            case ORIGIN_DEPARTMENT_DELETED -> {
                departmentAgain(ground.originDepartment());
                world.awaitReady(origin());
            }
        }
    }

    private void move() {
        var before = project();
        adopt(ground.project(), ground.otherDepartment() + "/" + ground.project());
        ground = ground.moved();
        made(project());
        delete(before);
    }

    private void projectAgain(String department, HasMetadata project) {
        adopt(
                project.getMetadata().getName(),
                department + "/" + project.getMetadata().getName());
        again(project);
    }

    private void departmentAgain(String department) {
        adopt("department-" + department, department);
        again(department(department));
    }

    private void again(HasMetadata object) {
        await(object.getMetadata().getName() + " is gone")
                .atMost(PATIENCE)
                .pollInterval(POLL)
                .until(() -> client.resource(object).get() == null);
        world.awaitReady(
                retried("it can be made again", () -> client.resource(object).create()));
    }

    private void adopt(String namespace, String whose) {
        client.namespaces()
                .withName(namespace)
                .patch(Merge.PATCH, Merge.metadata("annotations", "mooring.dev/adopt", whose));
    }

    private void change(DataVolumeShare share, String field) {
        retried(
                "a share can be changed",
                () -> client.resource(share).patch(Merge.PATCH, "{\"spec\":{" + field + "}}"));
    }

    private void delete(HasMetadata object) {
        client.resource(object).delete();
    }

    /** Makes an object, however often that fails. One whose answer was an error may be there all the same. */
    private <R extends HasMetadata> R made(R object) {
        return retried(object.getMetadata().getName() + " can be made", () -> {
            var there = client.resource(object).get();
            return there == null ? client.resource(object).create() : there;
        });
    }

    private <R> R retried(String what, Callable<R> request) {
        return await(what)
                .atMost(PATIENCE)
                .pollInterval(POLL)
                .ignoreExceptions()
                .until(request, done -> true);
    }

    private HasMetadata dataVolume() {
        return world.newDataVolume(ground.origin(), ground.dataVolume(), ground.claim());
    }

    private HasMetadata project() {
        return world.newProject(ground.department(), ground.project());
    }

    private HasMetadata origin() {
        return world.newProject(ground.originDepartment(), ground.origin());
    }

    private HasMetadata department(String department) {
        return world.newDepartment(department);
    }

    private static String inMillis(long millis) {
        return Instant.now().plusMillis(millis).truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static List<Ending> endings() {
        var endings = new ArrayList<Ending>();
        for (var ending : Ending.values()) {
            for (int times = 0; times < ending.weight(); times++) {
                endings.add(ending);
            }
        }
        return endings;
    }
}
