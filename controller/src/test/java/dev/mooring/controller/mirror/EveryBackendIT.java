package dev.mooring.controller.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mooring.controller.backend.MirrorStrategies;
import dev.mooring.decision.AccessMode;
import dev.mooring.decision.DataVolumeId;
import dev.mooring.testcluster.WithCluster;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Volumes of every driver and their mirrors, taken by the real API server and bound by the real controller-manager. */
@WithCluster(exclusive = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryBackendIT {
    private static final String ORIGINS = "vision";
    private static final String MIRRORS = "speech";

    private final KubernetesClient admin;

    EveryBackendIT(KubernetesClient admin) {
        this.admin = admin;
    }

    static List<Arguments> mirrored() {
        return examples((example, access) -> !example.isRefused(access));
    }

    static List<Arguments> refused() {
        return examples(BackendCase::isRefused);
    }

    private static List<Arguments> examples(BiPredicate<BackendCase, AccessMode> which) {
        return BackendCase.all().stream()
                .flatMap(example -> Stream.of(AccessMode.values())
                        .filter(access -> which.test(example, access))
                        .map(access -> Arguments.of(example, access)))
                .toList();
    }

    @BeforeAll
    void namespaces() {
        Stream.of(ORIGINS, MIRRORS)
                .forEach(name -> admin.resource(new NamespaceBuilder()
                                .withNewMetadata()
                                .withName(name)
                                .endMetadata()
                                .build())
                        .create());
    }

    @ParameterizedTest
    @MethodSource("mirrored")
    void originAndMirrorAreBound(BackendCase example, AccessMode access) {
        var name = name(example, access);
        var origin = boundOrigin(example, name);
        var source = BackendCase.source(access, new DataVolumeId(ORIGINS, name), origin);
        var claim = admin.resource(MirrorRecipe.claim(source, MIRRORS)).create();
        var volume = admin.resource(MirrorRecipe.volume(source, claim)).create();

        assertThat(bound(claim)).isEqualTo(volume.getMetadata().getName());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsRefusedIsRefusedAsTheApiServerKeepsIt(BackendCase example, AccessMode access) {
        var origin = boundOrigin(example, name(example, access));

        assertThat(BackendCase.Refusal.of(new MirrorStrategies(BackendCase.ALLOWED).judge(origin, access)))
                .isEqualTo(example.refusal(access));
    }

    private static String name(BackendCase example, AccessMode access) {
        return (example + "-" + access.name()).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** Returns the volume of a claim as the API server and the binder have left it. */
    private PersistentVolume boundOrigin(BackendCase example, String name) {
        var claim = origin(example.origin(), name);
        assertThat(bound(claim)).isEqualTo(name);
        return admin.persistentVolumes().withName(name).get();
    }

    /** Makes the claim and the volume as they were before anybody thought of sharing them. */
    private PersistentVolumeClaim origin(PersistentVolume like, String name) {
        var spec = like.getSpec();
        var claim = admin.resource(new PersistentVolumeClaimBuilder()
                        .withNewMetadata()
                        .withNamespace(ORIGINS)
                        .withName(name)
                        .endMetadata()
                        .withNewSpec()
                        .withStorageClassName(spec.getStorageClassName())
                        .withVolumeAttributesClassName(spec.getVolumeAttributesClassName())
                        .withAccessModes(spec.getAccessModes())
                        .withVolumeMode(spec.getVolumeMode())
                        .withNewResources()
                        .withRequests(Map.of("storage", new Quantity("1Gi")))
                        .endResources()
                        .endSpec()
                        .build())
                .create();
        admin.resource(new PersistentVolumeBuilder(like)
                        .editMetadata()
                        .withName(name)
                        .withUid(null)
                        .withResourceVersion(null)
                        .endMetadata()
                        .editSpec()
                        .withNewClaimRef()
                        .withNamespace(ORIGINS)
                        .withName(name)
                        .withUid(claim.getMetadata().getUid())
                        .endClaimRef()
                        .endSpec()
                        .build())
                .create();
        return claim;
    }

    private String bound(PersistentVolumeClaim claim) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() ->
                        "Bound".equals(admin.resource(claim).get().getStatus().getPhase()));
        return admin.resource(claim).get().getSpec().getVolumeName();
    }
}
