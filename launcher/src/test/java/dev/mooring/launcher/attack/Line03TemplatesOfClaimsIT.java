package dev.mooring.launcher.attack;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Claims that a controller makes from a template, instead of the person. */
@Attack(line = 3)
@WithAndWithoutProcesses
class Line03TemplatesOfClaimsIT {
    private final Site site;
    private final Scene scene;

    Line03TemplatesOfClaimsIT(Processes processes, Site site) {
        this.site = site;
        scene = site.scene();
        site.put(processes);
    }

    /** Each makes a claim spec out of the scene. */
    static Stream<Named<Wish>> wishes() {
        return Stream.of(
                Named.of("volumeName", scene -> Claims.naming(scene.mirrorVolume())),
                Named.of("selector", scene -> Claims.selecting("mooring.dev/mirror", "true")),
                Named.of("class", scene -> Claims.ofClass("mooring-mirror")),
                Named.of("dataSource", scene -> Claims.copying(scene.mirrorName())),
                Named.of("dataSourceRef", scene -> Claims.copyingByReference(scene.mirrorName())));
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void anEphemeralVolumeIsNoMirrorAndNoCopy(Wish wish, Attempt attempt) {
        var pod = Pods.ephemeral(scene.robotics(), "reader", wish.spec(scene)).build();

        attempt.refused(
                "mooring-ephemeral-claims",
                "ReservedClaimTemplate",
                () -> scene.rosa().resource(pod).create());
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void aClaimTemplateOfAStatefulSetIsNoMirrorAndNoCopy(Wish wish, Attempt attempt) {
        var set = statefulSet("reader", wish.spec(scene));

        attempt.refused(
                "mooring-claim-templates",
                "ReservedClaimTemplate",
                () -> scene.rosa().resource(set).create());
    }

    @Test
    void aClaimTemplateDoesNotHaveTheNameOfAMirror(Attempt attempt) {
        var set = statefulSet("reader", Claims.spec().build())
                .edit()
                .editSpec()
                .editFirstVolumeClaimTemplate()
                .editMetadata()
                .withName("dv." + scene.vision())
                .endMetadata()
                .endVolumeClaimTemplate()
                .endSpec()
                .build();

        attempt.refusedByKubernetes(() -> scene.rosa().resource(set).create(), "must not contain dots");
    }

    @Test
    void podsThatAJobMakesAreJudgedLikeAnyOther(Attempt attempt) {
        var mark = site.auditLog().mark();
        var job = Workload.JOB.of(
                Pods.ephemeral(scene.ads(), site.world().fresh("thief"), Claims.naming(scene.mirrorVolume())));
        scene.adam().resource(job).create();

        attempt.refusedLater("mooring-ephemeral-claims", "ReservedClaimTemplate", mark, "pods", scene.ads());
        scene.adam().resource(job).delete();
    }

    private StatefulSet statefulSet(String name, PersistentVolumeClaimSpec template) {
        var set = (StatefulSet) Workload.STATEFUL_SET.of(Pods.plain(scene.robotics(), name));
        return new StatefulSetBuilder(set)
                .editSpec()
                .addNewVolumeClaimTemplate()
                .withNewMetadata()
                .withName("imagenet")
                .endMetadata()
                .withSpec(template)
                .endVolumeClaimTemplate()
                .endSpec()
                .build();
    }

    /** A claim spec that somebody asks for. */
    @FunctionalInterface
    interface Wish {
        PersistentVolumeClaimSpec spec(Scene scene);
    }
}
