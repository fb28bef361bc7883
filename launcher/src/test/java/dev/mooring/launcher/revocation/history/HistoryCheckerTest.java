package dev.mooring.launcher.revocation.history;

import static dev.mooring.launcher.revocation.history.WrittenLog.DATA_VOLUMES;
import static dev.mooring.launcher.revocation.history.WrittenLog.DEPARTMENTS;
import static dev.mooring.launcher.revocation.history.WrittenLog.PROJECTS;
import static dev.mooring.launcher.revocation.history.WrittenLog.SHARES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories that are right, and histories that are wrong on purpose. */
class HistoryCheckerTest {
    private static final String READ = "dv.vision.imagenet";
    private static final String ASKED = "vision/imagenet:/data";
    private static final String UNREACHABLE = "Internal error occurred: failed calling webhook \"pods.mooring.dev\"";
    private static final String WRITE = "dvrw.vision.imagenet";
    private static final String WEBHOOK = "system:serviceaccount:mooring-system:mooring-webhook";
    private static final int REVOKED = 10_000;
    private static final int IN_TIME = REVOKED + 1_900;
    private static final int TOO_LATE = REVOKED + 2_100;

    /** Each end of a grant to robotics, the share it is about, and the claim that is mounted. */
    static Stream<Arguments> ends() {
        return Stream.of(
                end("a share deleted", HistoryCheckerTest::toRobotics, log -> log.delete(SHARES, "vision", "s")),
                end(
                        "a share being deleted",
                        HistoryCheckerTest::toRobotics,
                        log -> log.beginDeletion(SHARES, "vision", "s")),
                end("a share that has expired", log -> expiring(toRobotics(log)), log -> log),
                end(
                        "a data volume deleted",
                        HistoryCheckerTest::toRobotics,
                        log -> log.delete(DATA_VOLUMES, "vision", "imagenet")),
                end(
                        "a data volume being deleted",
                        HistoryCheckerTest::toRobotics,
                        log -> log.beginDeletion(DATA_VOLUMES, "vision", "imagenet")),
                end(
                        "a data volume made again under its name",
                        HistoryCheckerTest::toRobotics,
                        log -> log.delete(DATA_VOLUMES, "vision", "imagenet").dataVolume()),
                end(
                        "the origin project deleted",
                        HistoryCheckerTest::toRobotics,
                        log -> log.beginDeletion(PROJECTS, "department-research", "vision")),
                end(
                        "the origin's department deleted",
                        log -> log.share("Project", "ads-uid"),
                        log -> log.beginDeletion(DEPARTMENTS, "mooring-cluster", "research"),
                        "ads"),
                end(
                        "the project deleted",
                        HistoryCheckerTest::toRobotics,
                        log -> log.beginDeletion(PROJECTS, "department-research", "robotics")),
                end(
                        "the project deleted that the cluster's share reached",
                        log -> log.share("Cluster", "cluster-uid"),
                        log -> log.delete(PROJECTS, "department-research", "robotics")),
                end(
                        "the department deleted",
                        log -> log.share("Department", "product-uid"),
                        log -> log.beginDeletion(DEPARTMENTS, "mooring-cluster", "product"),
                        "ads"),
                end(
                        "the project gone to another department",
                        log -> log.share("Department", "research-uid"),
                        log -> log.delete(PROJECTS, "department-research", "robotics")
                                .project("product", "robotics")),
                end(
                        "the project's namespace made again",
                        HistoryCheckerTest::toRobotics,
                        log -> log.change(
                                PROJECTS,
                                "department-research",
                                "robotics",
                                project ->
                                        project.withObject("/status/namespace").put("uid", "another"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void letsInUntilTwoSecondsAfterTheEnd(
            String what, UnaryOperator<WrittenLog> grant, UnaryOperator<WrittenLog> end, String project) {
        Findings found = history(grant, end).at(IN_TIME).admitted(project, READ).check();

        assertThat(found.wrong()).isEmpty();
        assertThat(found.latestRight()).isEqualTo(Duration.ofMillis(1_900));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void findsWhoIsLetInLater(
            String what, UnaryOperator<WrittenLog> grant, UnaryOperator<WrittenLog> end, String project) {
        Findings found =
                history(grant, end).at(TOO_LATE).admitted(project, READ).check();

        assertThat(found.wrong())
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.Late.class, late -> assertThat(late.late()).isEqualTo(Duration.ofMillis(2_100)));
    }

    @Test
    void aShareThatIsLoweredEndsForWritersOnly() {
        WrittenLog log = WrittenLog.begun().share("Project", "robotics-uid");
        access(log, "ReadWrite");

        access(log.at(REVOKED), "ReadOnly").at(IN_TIME).admitted("robotics", WRITE);
        assertThat(log.check().wrong()).isEmpty();
        log.at(TOO_LATE).admitted("robotics", READ);
        assertThat(log.check().wrong()).isEmpty();
        log.at(TOO_LATE).admitted("robotics", WRITE);
        assertThat(log.check().wrong()).hasSize(1);
    }

    @Test
    void aShareForReadingNeverLetsAWriterIn() {
        assertThat(WrittenLog.begun()
                        .share("Project", "robotics-uid")
                        .at(1_000)
                        .admitted("robotics", WRITE)
                        .check()
                        .wrong())
                .hasOnlyElementsOfType(Verdict.Unfounded.class)
                .hasSize(1);
    }

    @Test
    void aShareForAnotherProjectLetsNobodyElseIn() {
        assertThat(WrittenLog.begun()
                        .share("Project", "ads-uid")
                        .at(1_000)
                        .admitted("robotics", READ)
                        .check()
                        .wrong())
                .hasSize(1);
    }

    @Test
    void aShareForADepartmentDoesNotReachAnother() {
        assertThat(WrittenLog.begun()
                        .share("Department", "product-uid")
                        .at(1_000)
                        .admitted("robotics", READ)
                        .check()
                        .wrong())
                .hasSize(1);
    }

    @Test
    void aGrantThatComesWhileARequestIsAnsweredIsEnough() {
        WrittenLog log = WrittenLog.begun();
        log.at(1_000).taking(500).admitted("robotics", READ);

        assertThat(log.at(1_400).share("Project", "robotics-uid").check().wrong())
                .isEmpty();
    }

    @Test
    void aGrantThatComesAfterTheAnswerIsNot() {
        WrittenLog log = WrittenLog.begun();
        log.at(1_000).taking(500).admitted("robotics", READ);

        assertThat(log.at(1_600).share("Project", "robotics-uid").check().wrong())
                .hasSize(1);
    }

    @Test
    void anEndCountsFromItsAnswerForItMayHaveBeenCommittedOnlyThen() {
        WrittenLog log = WrittenLog.begun().share("Project", "robotics-uid");

        log.at(REVOKED).taking(300).beginDeletion(SHARES, "vision", "s");

        assertThat(log.at(REVOKED + 2_200).admitted("robotics", READ).check().wrong())
                .isEmpty();
        assertThat(log.at(REVOKED + 2_400).admitted("robotics", READ).check().wrong())
                .hasSize(1);
    }

    @Test
    void partsThatEndOneAfterAnotherHaveTwoSecondsEach() {
        WrittenLog log = WrittenLog.begun().share("Department", "product-uid");
        log.at(REVOKED).delete(SHARES, "vision", "s");

        log.at(REVOKED + 500).project("product", "robotics").at(IN_TIME).admitted("robotics", READ);

        assertThat(log.check().wrong()).isEmpty();
    }

    @Test
    void anotherShareKeepsTheGrant() {
        WrittenLog log = WrittenLog.begun().share("Project", "robotics-uid");
        log.shareNamed("other", "Cluster", "cluster-uid");

        log.at(REVOKED).delete(SHARES, "vision", "s");

        assertThat(log.at(TOO_LATE).admitted("robotics", READ).check().wrong()).isEmpty();
    }

    @Test
    void whatWasRefusedByTheApiServerChangedNothing() {
        WrittenLog log = WrittenLog.begun().share("Project", "robotics-uid");

        log.at(REVOKED).delete(SHARES, "vision", "s").butItsAnswerWas(403);

        assertThat(log.at(TOO_LATE).admitted("robotics", READ).check().wrong()).isEmpty();
    }

    @Test
    void aShareWhoseMakerHeardAnErrorIsKnownFromItsNextWrite() {
        WrittenLog log = WrittenLog.begun().at(1_000).share("Project", "robotics-uid");
        log.butItsAnswerWas(504).at(1_500).admitted("robotics", READ);

        log.at(3_000).change(SHARES, "vision", "s", share -> {});

        assertThat(log.check().wrong()).isEmpty();
    }

    @Test
    void theOwnDataNeedsNoGrant() {
        Findings found = new WrittenLog()
                .admitted("vision", "imagenet-data")
                .admitted("vision", "dv.vision.imagenet")
                .check();

        assertThat(found.verdicts()).isEmpty();
    }

    @Test
    void tellsHowLongItTookUntilTheFirstDenial() {
        WrittenLog log = revoked();

        log.at(REVOKED + 100).admitted("robotics", READ);
        log.at(REVOKED + 200).failed("robotics", ASKED, UNREACHABLE);
        log.at(REVOKED + 350).denied("robotics", ASKED, "NotShared");
        log.at(REVOKED + 600).denied("robotics", ASKED, "NotShared");

        assertThat(log.check().untilDenial()).containsExactly(Duration.ofMillis(350));
    }

    @Test
    void tellsWhatHalfOfTheEndsDoNotExceed() {
        Findings found = new Findings(
                List.of(),
                Map.of(),
                0,
                0,
                List.of(Duration.ofMillis(3), Duration.ofMillis(1), Duration.ofMillis(2)),
                List.of());

        assertThat(found.untilDenial(50)).isEqualTo(Duration.ofMillis(2));
        assertThat(found.untilDenial(100)).isEqualTo(Duration.ofMillis(3));
    }

    @Test
    void tellsDenialsFromWhatFailed() {
        Findings found = revoked()
                .at(IN_TIME)
                .denied("robotics", ASKED, "NotShared")
                .denied("robotics", ASKED, "ViewTooOld")
                .denied("robotics", ASKED, "NotShared")
                .failed("robotics", ASKED, UNREACHABLE)
                .check();

        assertThat(found.denied()).isEqualTo(Map.of("NotShared", 2, "ViewTooOld", 1));
        assertThat(found.failed()).isEqualTo(1);
    }

    @Test
    void anEndIsTriedWhenMooringAnswersTwoSecondsLater() {
        assertThat(revoked()
                        .at(TOO_LATE)
                        .denied("robotics", ASKED, "NotShared")
                        .check()
                        .tried())
                .isEqualTo(1);
    }

    @Test
    void anEndIsNotTriedByAnAnswerThatComesEarlier() {
        assertThat(revoked()
                        .at(IN_TIME)
                        .denied("robotics", ASKED, "NotShared")
                        .check()
                        .tried())
                .isZero();
    }

    @Test
    void anEndIsNotTriedWhereOnlyTheConnectionFailed() {
        assertThat(revoked()
                        .at(TOO_LATE)
                        .failed("robotics", ASKED, UNREACHABLE)
                        .check()
                        .tried())
                .isZero();
    }

    @Test
    void anEndIsNotTriedWhereNobodyHadBeenLetIn() {
        WrittenLog log = WrittenLog.begun().share("Project", "robotics-uid");
        log.at(REVOKED).delete(SHARES, "vision", "s");

        assertThat(log.at(TOO_LATE)
                        .denied("robotics", ASKED, "NotShared")
                        .check()
                        .tried())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/apis/mooring.dev/v1alpha1/datavolumeshares?resourceVersion=0",
                "/apis/mooring.dev/v1alpha1/datavolumeshares?limit=500&resourceVersion=0",
                "/api/v1/namespaces?resourceVersion=17&resourceVersionMatch=NotOlderThan"
            })
    void findsAListThatMayBeOldThoughItDidNoHarm(String uri) {
        assertThat(WrittenLog.begun().listed(WEBHOOK, uri).check().oldLists()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/apis/mooring.dev/v1alpha1/datavolumeshares",
                "/apis/mooring.dev/v1alpha1/datavolumeshares?limit=500",
                "/apis/mooring.dev/v1alpha1/datavolumeshares?limit=500&resourceVersion=",
                "/apis/mooring.dev/v1alpha1/datavolumeshares?continue=abc&limit=500"
            })
    void aListFromAQuorumIsNotOld(String uri) {
        assertThat(WrittenLog.begun().listed(WEBHOOK, uri).check().oldLists()).isEmpty();
    }

    @Test
    void whatOthersListIsNoneOfMooringsFaults() {
        assertThat(WrittenLog.begun()
                        .listed("system:kube-scheduler", "/api/v1/pods?resourceVersion=0")
                        .check()
                        .oldLists())
                .isEmpty();
    }

    @Test
    void namesWhatIsWrong() {
        WrittenLog log = WrittenLog.begun().share("Project", "robotics-uid");
        log.at(REVOKED).delete(SHARES, "vision", "s").at(TOO_LATE).admitted("robotics", READ);

        assertThat(log.check().wrong())
                .singleElement()
                .hasToString("pod p, received 2026-11-01T10:00:12.100Z, was let in to vision/imagenet in robotics"
                        + " 2100 ms after the end of share vision/s (share vision/s)");
    }

    /** Robotics is let in, and then no more. */
    private static WrittenLog revoked() {
        return WrittenLog.begun()
                .share("Project", "robotics-uid")
                .at(1_000)
                .admitted("robotics", READ)
                .at(REVOKED)
                .delete(SHARES, "vision", "s");
    }

    private static Arguments end(String what, UnaryOperator<WrittenLog> grant, UnaryOperator<WrittenLog> end) {
        return end(what, grant, end, "robotics");
    }

    private static Arguments end(
            String what, UnaryOperator<WrittenLog> grant, UnaryOperator<WrittenLog> end, String project) {
        return Arguments.of(what, grant, end, project);
    }

    private static WrittenLog toRobotics(WrittenLog log) {
        return log.share("Project", "robotics-uid");
    }

    private static WrittenLog expiring(WrittenLog log) {
        return log.change(
                SHARES, "vision", "s", share -> share.withObject("/spec").put("expiresAt", "2026-11-01T10:00:10Z"));
    }

    private static WrittenLog access(WrittenLog log, String access) {
        return log.change(
                SHARES, "vision", "s", share -> share.withObject("/spec").put("access", access));
    }

    private static WrittenLog history(UnaryOperator<WrittenLog> grant, UnaryOperator<WrittenLog> end) {
        WrittenLog log = grant.apply(WrittenLog.begun().at(500));
        return end.apply(log.at(REVOKED));
    }
}
