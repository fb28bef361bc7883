package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mooring.model.Access;
import dev.mooring.model.DataVolume;
import dev.mooring.model.DataVolumeShare;
import dev.mooring.model.ScopeKind;
import dev.mooring.testcluster.TestCluster;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two controllers at work on one cluster, as there are for a moment when the lead changes hands. */
@WithCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoControllersIT {
    private static final int STEPS = 120;
    private static final List<String> USERS = List.of("both-user-1", "both-user-2");
    private static final List<String> MIRRORS = List.of("dv.both-origin.imagenet", "dvrw.both-origin.imagenet");

    private final KubernetesClient admin;
    private final Installation mooring;
    private final Controller second;
    private final Map<String, HasMetadata> pods = new TreeMap<>();
    private final Map<String, HasMetadata> shares = new TreeMap<>();

    TwoControllersIT(TestCluster cluster) {
        admin = cluster.client();
        mooring = Installation.on(cluster);
        second = mooring.start(mooring.account());
    }

    @AfterAll
    void close() {
        second.close();
        mooring.close();
    }

    @Test
    void twoControllersMakeWhatOneWould() {
        mooring.readyDepartment("both");
        var volume = mooring.readyDataVolume("both", "both-origin");
        USERS.forEach(user -> mooring.readyProject("both", user));
        long seed = System.nanoTime();
        var chance = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            anything(volume, chance);
        }

        await("seed " + seed).atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(claims().keySet()).containsAll(wanted()).allMatch(this::isShared);
            assertThat(claims().values()).allMatch(this::isBound);
            assertThat(volumes()).containsExactlyInAnyOrderElementsOf(uids());
        });
    }

    private void anything(DataVolume volume, Random chance) {
        var user = USERS.get(chance.nextInt(USERS.size()));
        var mirror = MIRRORS.get(chance.nextInt(MIRRORS.size()));
        if (chance.nextInt(3) == 0) {
            var access = chance.nextBoolean() ? Access.READ_ONLY : Access.READ_WRITE;
            toggle(shares, user, () -> mooring.share(volume, ScopeKind.PROJECT, user, user, access, null));
        } else {
            toggle(pods, user + "/" + mirror, () -> pod(user, mirror));
        }
        pause(chance.nextInt(60));
    }

    private Pod pod(String user, String mirror) {
        return mooring.pod(user, mirror.startsWith("dvrw") ? "write" : "read", mirror, null);
    }

    private void toggle(Map<String, HasMetadata> objects, String key, Supplier<HasMetadata> make) {
        var present = objects.remove(key);
        if (present == null) {
            objects.put(key, make.get());
        } else {
            admin.resource(present).withGracePeriod(0).delete();
            mooring.eventually(() -> mooring.isGone(present));
        }
    }

    private List<String> wanted() {
        return pods.keySet().stream().filter(this::isShared).toList();
    }

    private boolean isShared(String key) {
        var user = key.substring(0, key.indexOf('/'));
        if (!(shares.get(user) instanceof DataVolumeShare share)) {
            return false;
        }
        return !key.contains("dvrw") || share.getSpec().access() == Access.READ_WRITE;
    }

    private Map<String, PersistentVolumeClaim> claims() {
        return USERS.stream()
                .flatMap(user -> admin.persistentVolumeClaims().inNamespace(user).list().getItems().stream())
                .collect(Collectors.toMap(
                        claim -> claim.getMetadata().getNamespace() + "/"
                                + claim.getMetadata().getName(),
                        claim -> claim));
    }

    private boolean isBound(PersistentVolumeClaim claim) {
        return "Bound".equals(claim.getStatus().getPhase());
    }

    private List<String> uids() {
        return new ArrayList<>(claims().values().stream()
                .map(claim -> claim.getMetadata().getUid())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The claims that the mirrors' volumes are for. */
    private List<String> volumes() {
        return admin
                .persistentVolumes()
                .withLabel("mooring.dev/origin-project", "both-origin")
                .list()
                .getItems()
                .stream()
                .map(PersistentVolume::getSpec)
                .map(spec -> spec.getClaimRef().getUid())
                .toList();
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
