package dev.mooring.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.decision.ContainerFacts.Kind;
import dev.mooring.decision.Decision.Allow;
import dev.mooring.decision.Decision.Deny;
import dev.mooring.decision.VolumeFacts.ClaimSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

class PodProperties implements PodsInWorlds {

    @Property
    void whatMutationMakesIsWhatValidationAccepts(@ForAll("worlds") World world, @ForAll("pods") ObjectNode pod) {
        if (isLetThrough(world.mutate(pod))) {
            assertThat(world.validate(world.mutated(pod))).isInstanceOf(Allow.class);
        }
    }

    @Property
    void mutationHasNothingToAddToItsOwnWork(@ForAll("worlds") World world, @ForAll("pods") ObjectNode pod) {
        if (isLetThrough(world.mutate(pod))) {
            assertThat(world.mutate(world.mutated(pod))).isInstanceOf(Allow.class);
        }
    }

    @Property
    void whatTheUserWroteIsStillThere(@ForAll("worlds") World world, @ForAll("pods") ObjectNode pod) {
        if (isLetThrough(world.mutate(pod))) {
            assertKept(pod, world.mutated(pod), "");
        }
    }

    @Property
    void oneMoreShareNeverDeniesWhatWasAllowed(
            @ForAll("worlds") World world, @ForAll("pods") ObjectNode pod, @ForAll("shares") UsableVolume share) {
        if (isLetThrough(world.mutate(pod))) {
            Decision decision = world.with(share).mutate(pod);

            if (decision instanceof Deny denial) {
                // The one exception: a bare name that was clear and is not any more. A full name never is unclear.
                assertThat(denial.reason()).isEqualTo(DenyReason.AMBIGUOUS_REFERENCE);
                assertThat(annotation(pod).replaceAll("\\w+/" + share.id().name(), ""))
                        .contains(share.id().name());
            }
        }
    }

    @Property
    void oneMoreShareNeverChangesWhatAFullNameMeans(
            @ForAll("worlds") World world, @ForAll("pods") ObjectNode pod, @ForAll("shares") UsableVolume share) {
        boolean namesInFull = !annotation(pod).matches("(.*, )?(imagenet|laion|notes)\\b.*");
        if (namesInFull && isLetThrough(world.mutate(pod))) {
            assertThat(world.with(share).mutate(pod)).isEqualTo(world.mutate(pod));
        }
    }

    @Property
    void withoutAnyReadOnlyOfOursItIsDenied(@ForAll("worlds") World world, @ForAll("pods") ObjectNode pod) {
        if (isLetThrough(world.mutate(pod))) {
            ObjectNode mutated = world.mutated(pod);
            for (String pointer : readOnlyOfOurs(mutated)) {
                ObjectNode broken = mutated.deepCopy();
                ((ObjectNode) broken.at(pointer)).remove("readOnly");

                assertThat(world.validate(broken))
                        .as("without readOnly at " + pointer)
                        .isInstanceOf(Deny.class);
            }
        }
    }

    @Property
    void withoutAnyOfItsGrantsItIsDenied(@ForAll("worlds") World world, @ForAll("pods") ObjectNode pod) {
        if (isLetThrough(world.mutate(pod))) {
            ObjectNode mutated = world.mutated(pod);
            Allow allowed = (Allow) world.validate(mutated);
            for (VolumeUse use : allowed.uses()) {
                assertThat(world.without(use.volume()).validate(mutated))
                        .as("without " + use.volume())
                        .isInstanceOf(Deny.class);
            }
        }
    }

    @Property
    void theOrderOfLayersDoesNotMatter(@ForAll("worlds") World world, @ForAll("pods") ObjectNode pod) {
        assertThat(world.reversed().mutate(pod)).isEqualTo(world.mutate(pod));
        assertThat(world.reversed().validate(pod)).isEqualTo(world.validate(pod));
    }

    @Property
    void theEarlyAnswerIsWhatMutationWillSay(@ForAll("worlds") World world, @ForAll("pods") ObjectNode pod) {
        Decision early = PodDecisions.early(World.workload(world.facts(pod)), null, world.grants());

        assertThat(reason(early)).isEqualTo(reason(world.mutate(pod)));
    }

    @Property
    void anUpdateThatChangesNothingIsAllowedWhateverWasRevoked(
            @ForAll("worlds") World world, @ForAll("pods") ObjectNode pod) {
        WorkloadFacts workload = World.workload(world.facts(pod));

        assertThat(PodDecisions.early(workload, workload, new Grants("nlp", true, List.of())))
                .isSameAs(Allow.NOTHING);
    }

    @Property
    void noTextMakesADecisionThrow(
            @ForAll String annotation, @ForAll String containers, @ForAll String claim, @ForAll String path) {
        PodFacts pod = new PodFacts(
                "nlp",
                annotation,
                new Requests(annotation, containers, Set.of("mooring.dev/" + annotation)),
                List.of(new VolumeFacts(path, new ClaimSource("dv." + claim, null))),
                List.of(new ContainerFacts(
                        Kind.MAIN,
                        0,
                        containers,
                        List.of(new MountFacts(path, path, null, path, path, true)),
                        List.of(path))),
                HeldStorage.NONE,
                Map.of(),
                Submitter.NOT_ASKED,
                World.NOW);

        assertThatCode(() -> {
                    PodDecisions.mutate(pod, World.NLP.grants());
                    PodDecisions.validate(pod, World.NLP.grants());
                    PodDecisions.validateEphemeral(pod, pod, World.NLP.grants());
                    PodDecisions.early(World.workload(pod), World.workload(pod), World.NLP.grants());
                })
                .doesNotThrowAnyException();
    }

    /** Returns whether the law speaks of this decision, and sees to it that it often does. */
    private static boolean isLetThrough(Decision decision) {
        Statistics.label("decision")
                .collect(decision.getClass().getSimpleName())
                .coverage(coverage -> coverage.check("Plan").percentage(percentage -> percentage > 10));
        return !(decision instanceof Deny);
    }

    private static String annotation(ObjectNode pod) {
        return pod.path("metadata")
                .path("annotations")
                .path("mooring.dev/data-volumes")
                .asText();
    }

    private static @Nullable DenyReason reason(Decision decision) {
        return decision instanceof Deny denial ? denial.reason() : null;
    }

    private static void assertKept(JsonNode before, JsonNode after, String pointer) {
        if (before.isObject()) {
            before.fieldNames()
                    .forEachRemaining(name -> assertKept(before.path(name), after.path(name), pointer + "/" + name));
        } else if (before.isArray()) {
            for (int i = 0; i < before.size(); i++) {
                assertKept(before.path(i), after.path(i), pointer + "/" + i);
            }
        } else if (!(pointer.endsWith("/readOnly") && before.isBoolean() && !before.asBoolean())) {
            assertThat(after).as(pointer).isEqualTo(before);
        }
    }

    /** Returns pointers to every volume of read-only data and to every mount of one. */
    private static List<String> readOnlyOfOurs(ObjectNode pod) {
        List<String> pointers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        JsonNode volumes = pod.at("/spec/volumes");
        for (int i = 0; i < volumes.size(); i++) {
            String name = volumes.get(i).path("name").asText();
            JsonNode claim = volumes.get(i).path("persistentVolumeClaim");
            boolean ours =
                    name.startsWith("dv-") || claim.path("claimName").asText().startsWith("dv.");
            if (ours && claim.path("readOnly").asBoolean()) {
                pointers.add("/spec/volumes/" + i + "/persistentVolumeClaim");
                names.add(name);
            }
        }
        for (String array : List.of("/spec/containers", "/spec/initContainers")) {
            for (int i = 0; i < pod.at(array).size(); i++) {
                JsonNode mounts = pod.at(array + "/" + i + "/volumeMounts");
                for (int j = 0; j < mounts.size(); j++) {
                    if (names.contains(
                            Objects.toString(mounts.get(j).path("name").textValue()))) {
                        pointers.add(array + "/" + i + "/volumeMounts/" + j);
                    }
                }
            }
        }
        return pointers;
    }
}
