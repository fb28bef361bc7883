package dev.mooring.decision;

import static dev.mooring.decision.World.IMAGENET;
import static dev.mooring.decision.World.LAION;
import static dev.mooring.decision.World.NLP;
import static dev.mooring.decision.World.NOTES;
import static dev.mooring.decision.World.NOW;
import static dev.mooring.decision.World.SCRATCH;
import static dev.mooring.decision.World.asking;
import static dev.mooring.decision.World.only;
import static dev.mooring.decision.World.readable;
import static dev.mooring.decision.World.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mooring.decision.Decision.Deny;
import dev.mooring.decision.Submitter.Sight;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataVolumeReviewDecisionsTest {
    private static final VolumeState BROKEN = new VolumeState.NotReady("its claim is lost");
    private static final VolumeState FROZEN = new VolumeState.ReadOnly("its storage cannot be written by others");
    private static final Term UNTIL_TOMORROW = new Term(NOW.plusSeconds(86_400));

    @Test
    void namesWhatCanBeUsedHereAndOverwritesWhatStoodThere() {
        assertThat(Reviews.in(NLP).answer()).isEqualTo(Json.read("""
                {usable: [
                  {dataVolume: 'nlp/notes', access: 'ReadWrite', ready: true},
                  {dataVolume: 'vision/imagenet', access: 'ReadOnly', ready: true},
                  {dataVolume: 'vision/laion', access: 'ReadOnly', ready: true},
                  {dataVolume: 'vision/scratch', access: 'ReadWrite', ready: true}]}
                """));
    }

    @Test
    void saysUntilWhenAndWhyNotNow() {
        var world = only(
                readable(IMAGENET, UNTIL_TOMORROW),
                UsableVolume.shared(LAION, "laion-claim", BROKEN, AccessMode.READ_ONLY, Term.UNLIMITED),
                UsableVolume.shared(SCRATCH, "scratch-claim", FROZEN, AccessMode.READ_WRITE, UNTIL_TOMORROW));

        assertThat(Reviews.in(world).answer()).isEqualTo(Json.read("""
                {usable: [
                  {dataVolume: 'vision/imagenet', access: 'ReadOnly', readableUntil: '2026-11-25T12:00:00Z', ready: true},
                  {dataVolume: 'vision/laion', access: 'ReadOnly', ready: false, message: 'its claim is lost'},
                  {dataVolume: 'vision/scratch', access: 'ReadOnly', readableUntil: '2026-11-25T12:00:00Z', ready: true,
                   message: 'its storage cannot be written by others'}]}
                """));
    }

    @Test
    void tellsTheEndOfReadingFromThatOfWriting() {
        var world = only(
                UsableVolume.shared(
                        SCRATCH, "scratch-claim", new VolumeState.Ready(), AccessMode.READ_WRITE, UNTIL_TOMORROW),
                readable(SCRATCH));

        assertThat(Reviews.in(world).answer()).isEqualTo(Json.read("""
                {usable: [{dataVolume: 'vision/scratch', access: 'ReadWrite', writableUntil: '2026-11-25T12:00:00Z',
                           ready: true}]}
                """));
    }

    @Test
    void tellsTheAskerThatHeMayNotSeeDataVolumes() {
        var template = submitted(NLP.facts(Json.read(asking("vision/imagenet"))), Sight.SEES_NOT);

        assertThat(Reviews.in(NLP).answerAbout(template).at("/pod/reason").textValue())
                .isEqualTo("SubmitterSeesNothing");
    }

    @Test
    void answersNothingWhileNobodyKnowsWhetherTheAskerMaySeeDataVolumes() {
        var template = submitted(NLP.facts(Json.read(asking("vision/imagenet"))), Sight.UNKNOWN);

        assertThat(Reviews.in(NLP).decide(template, null))
                .isInstanceOfSatisfying(
                        Deny.class, denial -> assertThat(denial.reason()).isEqualTo(DenyReason.SUBMITTER_UNKNOWN));
    }

    @Test
    void leavesOutWhatHasEnded() {
        assertThat(Reviews.in(only(readable(IMAGENET, new Term(NOW)))).answer()).isEqualTo(Json.read("{usable: []}"));
    }

    @Test
    void countsWhatItDoesNotName() {
        var many = IntStream.range(0, DataVolumeReviewDecisions.NAMED + 2)
                .mapToObj(number -> readable(new DataVolumeId("vision", "v" + number)))
                .toArray(UsableVolume[]::new);

        var answer = Reviews.in(only(many)).answer();

        assertThat(answer.get("usable")).hasSize(DataVolumeReviewDecisions.NAMED);
        assertThat(answer.get("usableOmitted").intValue()).isEqualTo(2);
    }

    @Test
    void saysOfAPodWhatThePodWouldBeTold() {
        var answer = Reviews.in(NLP).answerAbout(NLP.facts(Json.read(asking("coco"))));

        assertThat(answer.get("pod")).isEqualTo(Json.read("""
                {allowed: false, reason: 'NotShared',
                 message: 'pods of "train" in project "nlp": "coco" (column 1 of mooring.dev/data-volumes) does not exist or is not \
                shared with this project; usable here: nlp/notes, vision/imagenet, vision/laion, vision/scratch'}
                """));
    }

    @Test
    void saysOfAPodThatItWouldBeLetInAndWhatItIsWarnedOf() {
        var pod = Json.read(asking("imagenet"));
        pod.withObject("/metadata/annotations").put("mooring.dev/container", "main");

        assertThat(Reviews.in(NLP).answerAbout(NLP.facts(pod)).get("pod")).isEqualTo(Json.read("""
                {allowed: true,
                 warnings: ['annotation mooring.dev/container is unknown; did you mean mooring.dev/containers?']}
                """));
    }

    @Test
    void namesTheOtherProjectsThatMayUseADataVolumeOfOnesOwn() {
        var reviews = new Reviews(
                NLP,
                Map.of(
                        "nlp", NLP.grants(),
                        "robotics", granting("robotics", readable(NOTES, UNTIL_TOMORROW)),
                        "audio",
                                granting(
                                        "audio",
                                        UsableVolume.shared(
                                                NOTES,
                                                "notes-claim",
                                                new VolumeState.Ready(),
                                                AccessMode.READ_WRITE,
                                                Term.UNLIMITED)),
                        "maps", granting("maps", readable(IMAGENET)),
                        "sales", granting("sales", readable(NOTES, new Term(NOW)))));

        var answer = reviews.whoMayUse("notes");

        assertThat(answer.has("message")).isFalse();
        assertThat(answer.get("users")).isEqualTo(Json.read("""
                {users: [{project: 'audio', access: 'ReadWrite'},
                         {project: 'robotics', access: 'ReadOnly', readableUntil: '2026-11-25T12:00:00Z'}]}
                """).get("users"));
    }

    @Test
    void saysThatThereIsNoSuchDataVolumeOfOnesOwnWhateverOthersHave() {
        var answer = new Reviews(NLP, Map.of("maps", granting("maps", readable(IMAGENET)))).whoMayUse("imagenet");

        assertThat(answer.get("message").textValue()).isEqualTo("project \"nlp\" has no data volume \"imagenet\"");
        assertThat(answer.get("users")).isEmpty();
    }

    @Test
    void saysThatANamespaceIsNoProject() {
        var world = new World(Grants.outsideProjects("nlp"), HeldStorage.NONE, Map.of());

        assertThat(Reviews.in(world).answer()).isEqualTo(Json.read("""
                {message: 'namespace "nlp" is no project\\'s, so nothing can be used in it', usable: []}
                """));
    }

    @Test
    void doesNotAskOutsideProjectsWhoseStorageAPodNamesForNobodyAsksThePod() {
        var held = new Holding(IMAGENET, new BackendIdentity("nfs", "nas.example", "/exports"));
        var pod = Json.read("""
                {metadata: {name: 'train'}, spec: {containers: [{name: 'main'}],
                 volumes: [{name: 'data', nfs: {server: 'nas.example', path: '/exports'}}]}}
                """);
        var project = NLP.holding(held);
        var elsewhere = new World(Grants.outsideProjects("nlp"), project.held(), Map.of());

        assertThat(verdict(project, pod).get("reason").textValue()).isEqualTo("StorageHeld");
        assertThat(verdict(elsewhere, pod)).isEqualTo(Json.read("{allowed: true, warnings: []}"));
    }

    private static JsonNode verdict(World world, ObjectNode pod) {
        return Reviews.in(world).answerAbout(world.facts(pod)).get("pod");
    }

    @Test
    void saysNothingOnceItHasNotHeardOfChangesForTooLong() {
        var world = new World(Grants.outOfDate("nlp", List.of("DataVolumeShare")), HeldStorage.NONE, Map.of());

        assertThat(Reviews.in(world).decide(null, null)).isInstanceOfSatisfying(Decision.Deny.class, denial -> {
            assertThat(denial.reason()).isEqualTo(DenyReason.VIEW_TOO_OLD);
            assertThat(denial.message())
                    .startsWith("review in namespace \"nlp\": Mooring has not heard of changes of DataVolumeShare");
            assertThat(denial.retryAfter()).isNotNull();
        });
    }

    private static Grants granting(String project, UsableVolume volume) {
        return new Grants(project, true, List.of(GrantLayer.of(List.of(volume))));
    }
}
