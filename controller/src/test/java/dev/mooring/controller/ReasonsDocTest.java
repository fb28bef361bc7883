package dev.mooring.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mooring.controller.backend.RefusalReason;
import dev.mooring.decision.DenyReason;
import dev.mooring.decision.PolicyReason;
import dev.mooring.decision.Reason;
import dev.mooring.decision.StateReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares docs/reasons.md with what the vocabulary makes; with {@code -Dreasons=write} it writes the page first. */
class ReasonsDocTest {
    private static final Path PAGE = Path.of("../docs/reasons.md");
    private static final String COMMAND =
            "./mvnw -pl controller -am test -Dtest=ReasonsDocTest -Dreasons=write -Dsurefire.failIfNoSpecifiedTests=false";

    /** The policy on read-only mounts holds when the webhook is away. */
    private static final Reason SAID_BY_THE_WEBHOOK_TOO = DenyReason.NOT_READ_ONLY;

    @Test
    void thePageSaysWhatTheCodeSays() throws IOException {
        if ("write".equals(System.getProperty("reasons"))) {
            Files.writeString(PAGE, page());
        }

        assertThat(PAGE).as("write it with: " + COMMAND).content().isEqualTo(page());
    }

    @Test
    void aReasonMeansOneThing() {
        assertThat(Stream.of(DenyReason.values(), StateReason.values(), RefusalReason.values(), PolicyReason.values())
                        .flatMap(Arrays::stream)
                        .map(Reason::label))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyReasonOfAPolicyIsExplained() throws IOException {
        assertThat(PolicyReasons.byReason().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(SAID_BY_THE_WEBHOOK_TOO), Arrays.stream(PolicyReason.values()))
                                .map(Reason::label)
                                .toList());
    }

    private static String page() throws IOException {
        return """
                # Reasons

                One vocabulary for denials, conditions and Events. A reason never changes its spelling: it is what programs,
                alerts and searches go by. The message beside it names the objects; this page says what a reason means and what to
                do. Made from the code; CONTRIBUTING.md says how.

                ## Denials
                In the answer of the API server, in the audit annotation `<webhook>/reason` and in the metric tag `outcome`.

                | reason | code | cause | remedy |
                |---|---|---|---|
                %s

                ## Denials by policies
                In the audit annotation `<policy>/reason`; [policies.md](policies.md) says what each policy refuses and why. `NotReadOnly` is
                explained above.

                | reason | policies | cause | remedy |
                |---|---|---|---|
                %s

                ## Conditions and Events
                In the condition `Ready` of departments, projects, data volumes, shares and access rules, and in Events about them.

                | reason | cause | remedy |
                |---|---|---|
                %s

                ## Storage that cannot be mirrored
                In the conditions `Ready` and `Writable` of data volumes; docs/backends.md has the table of drivers.

                | reason | cause | remedy |
                |---|---|---|
                %s
                """.formatted(denials(), byPolicies(), rows(StateReason.values()), rows(RefusalReason.values()));
    }

    private static String denials() {
        return Arrays.stream(DenyReason.values())
                .sorted(Comparator.comparing(Reason::label))
                .map(reason -> row(reason, " " + reason.httpCode() + " |"))
                .collect(Collectors.joining("\n"));
    }

    private static String byPolicies() throws IOException {
        var policies = PolicyReasons.byReason();
        return Arrays.stream(PolicyReason.values())
                .sorted(Comparator.comparing(Reason::label))
                .map(reason -> row(
                        reason,
                        policies.getOrDefault(reason.label(), Set.of()).stream()
                                .collect(Collectors.joining("`, `", " `", "` |"))))
                .collect(Collectors.joining("\n"));
    }

    private static String rows(Reason[] reasons) {
        return Arrays.stream(reasons)
                .sorted(Comparator.comparing(Reason::label))
                .map(reason -> row(reason, ""))
                .collect(Collectors.joining("\n"));
    }

    private static String row(Reason reason, String second) {
        return "| `" + reason.label() + "` |" + second + " " + cell(reason.cause()) + " | " + cell(reason.remedy())
                + " |";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
