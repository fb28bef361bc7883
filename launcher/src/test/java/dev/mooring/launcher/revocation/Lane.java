package dev.mooring.launcher.revocation;

import static org.awaitility.Awaitility.await;

import dev.mooring.launcher.attack.World;
import dev.mooring.model.Access;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.ScopeKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Gives one project one data volume and takes it away again, each time another way, while somebody asks for it. Everything
 * that is taken away is made again under its old name.
 */
final class Lane {
    /** Longer than the API server is ever away. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final int LASTING_MILLIS = 3_000;
    private static final Duration LONGEST_TO_USE = Duration.ofSeconds(8);
    private static final Duration LONGEST_TO_ANSWER = Duration.ofSeconds(30);
    private static final int HALF_WAY_MILLIS = 1_600;
    private static final List<ScopeKind> SCOPES = List.of(ScopeKind.values());
    private static final List<Ending> ENDINGS = endings();

    private final World world;
    private final Stubborn stubborn;
    private final Askers askers;
    private final RandomGenerator random;
    private final String name;
    private Ground ground;

    Lane(KubernetesClient client, World world, Askers askers, RandomGenerator random, String name) {
        this.world = world;
        this.askers = askers;
        this.random = random;
        this.name = name;
        stubborn = new Stubborn(client, world, PATIENCE);
        ground = newGround();
    }

    /**
     * One interleaving: a grant is made, used by others and ended, and asked for until well after the two seconds, or until
     * somebody is answered. Returns which of that came about.
     */
    Outcome interleave() throws InterruptedException {
        var ending = ENDINGS.get(random.nextInt(ENDINGS.size()));
        try {
            return interleave(ending);
        } catch (ConditionTimeoutException hitch) {
            askers.rest();
            System.out.println("revocation: " + name + " begins anew after " + ending + ": "
                    + String.valueOf(hitch.getMessage()).lines().findFirst().orElse(""));
            ground = newGround();
            return Outcome.GIVEN_UP;
        }
    }

    private Outcome interleave(Ending ending) throws InterruptedException {
        var share = share(ending);
        var wish = wish(ending);
        askers.wish(wish);
        wish.awaitUse(LONGEST_TO_USE);
        Thread.sleep(100L + random.nextInt(1_200));
        end(ending, share);
        wish.ended(System.nanoTime());
        Thread.sleep(HALF_WAY_MILLIS);
        askers.hurry();
        Thread.sleep(2_100L - HALF_WAY_MILLIS + random.nextInt(1_500));
        boolean isAnswered = wish.awaitAnswer(LONGEST_TO_ANSWER);
        askers.rest();
        stubborn.delete(share);
        restore(ending);
        return outcome(wish.isUsed(), isAnswered);
    }

    private static Outcome outcome(boolean isUsed, boolean isAnswered) {
        if (!isUsed) {
            return Outcome.UNUSED;
        }
        return isAnswered ? Outcome.TRIED : Outcome.UNANSWERED;
    }

    private Ground newGround() {
        return await(name + " has its ground")
                .atMost(PATIENCE)
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

    private Wish wish(Ending ending) {
        var reference = ground.origin() + "/" + ground.dataVolume();
        return new Wish(ground.project(), ending == Ending.SHARE_LOWERED ? reference + ":rw" : reference);
    }

    private DataVolumeShare share(Ending ending) {
        var kind = scope(ending);
        var target = switch (kind) {
            case PROJECT -> ground.project();
            case DEPARTMENT -> ground.department();
            case CLUSTER -> null;
        };
        return stubborn.make(world.newShare(
                ground.origin(),
                ground.dataVolume(),
                kind,
                target,
                ending == Ending.SHARE_LOWERED ? Access.READ_WRITE : Access.READ_ONLY,
                ending == Ending.SHARE_EXPIRES ? inMillis(LASTING_MILLIS) : null));
    }

    private ScopeKind scope(Ending ending) {
        return ending == Ending.PROJECT_MOVED ? ScopeKind.DEPARTMENT : SCOPES.get(random.nextInt(SCOPES.size()));
    }

    private void end(Ending ending, DataVolumeShare share) throws InterruptedException {
        switch (ending) {
            case SHARE_DELETED -> stubborn.delete(share);
            case SHARE_EXPIRES -> Thread.sleep(Duration.between(Instant.now(), expiry(share)));
            case EXPIRY_BROUGHT_FORWARD -> stubborn.change(share, "\"expiresAt\":\"" + inMillis(0) + "\"");
            case SHARE_LOWERED -> stubborn.change(share, "\"access\":\"ReadOnly\"");
            case DATA_VOLUME_DELETED -> stubborn.delete(dataVolume());
            case PROJECT_DELETED -> stubborn.delete(project());
            case PROJECT_MOVED -> move();
            case DEPARTMENT_DELETED -> stubborn.delete(department(ground.department()));
            case ORIGIN_PROJECT_DELETED -> stubborn.delete(origin());
            case ORIGIN_DEPARTMENT_DELETED -> stubborn.delete(department(ground.originDepartment()));
        }
    }

    private void restore(Ending ending) {
        switch (ending) {
            case SHARE_DELETED, SHARE_EXPIRES, EXPIRY_BROUGHT_FORWARD, SHARE_LOWERED -> {}
            case DATA_VOLUME_DELETED -> stubborn.makeAgain(dataVolume());
            case PROJECT_DELETED -> projectAgain(ground.department(), project());
            case PROJECT_MOVED -> stubborn.awaitReady(project());
            case DEPARTMENT_DELETED -> {
                departmentAgain(ground.department());
                stubborn.awaitReady(project());
            }
            case ORIGIN_PROJECT_DELETED -> projectAgain(ground.originDepartment(), origin());
            case ORIGIN_DEPARTMENT_DELETED -> {
                departmentAgain(ground.originDepartment());
                stubborn.awaitReady(origin());
            }
        }
    }

    private void move() {
        var before = project();
        stubborn.adopt(ground.project(), ground.otherDepartment() + "/" + ground.project());
        ground = ground.moved();
        stubborn.make(project());
        stubborn.delete(before);
    }

    private void projectAgain(String department, HasMetadata project) {
        String name = project.getMetadata().getName();
        stubborn.adopt(name, department + "/" + name);
        stubborn.makeAgain(project);
    }

    private void departmentAgain(String department) {
        stubborn.adopt("department-" + department, department);
        stubborn.makeAgain(department(department));
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

    private static Instant expiry(DataVolumeShare share) {
        return Instant.parse(Objects.requireNonNull(share.getSpec().expiresAt()));
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
