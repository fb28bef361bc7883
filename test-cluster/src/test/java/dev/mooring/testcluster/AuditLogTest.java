package dev.mooring.testcluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    private static final String EVENT = """
            {"auditID":"%s","stage":"ResponseComplete","verb":"create","user":{"username":"ana"},\
            "objectRef":{"resource":"pods","subresource":"binding","namespace":"a","name":"p"},\
            "responseStatus":{"code":201},"requestReceivedTimestamp":"2026-11-01T10:00:00.123456Z",\
            "annotations":{"decision":"allow"}}
            """;

    @TempDir
    private Path directory;

    @Test
    void isEmptyBeforeTheFirstRequest() {
        assertThat(log().events()).isEmpty();
    }

    @Test
    void readsEachPartOfAnEvent() throws IOException {
        append(EVENT.formatted("1"));

        assertThat(log().events())
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .isEqualTo(new AuditEvent(
                                "1",
                                "ResponseComplete",
                                "create",
                                "ana",
                                "pods",
                                "binding",
                                "a",
                                "p",
                                Instant.parse("2026-11-01T10:00:00.123456Z"),
                                201,
                                Map.of("decision", "allow"),
                                event.raw())));
    }

    @Test
    void givesWhatCameAfterAMark() throws IOException {
        append(EVENT.formatted("before"));
        AuditLog.Mark mark = log().mark();
        append(EVENT.formatted("after"));

        assertThat(log().since(mark)).extracting(AuditEvent::auditId).containsExactly("after");
    }

    @Test
    void takesALineThatHadBegunForOneBeforeTheMark() throws IOException {
        String begun = EVENT.formatted("begun");
        append(begun.substring(0, 40));
        AuditLog.Mark mark = log().mark();

        assertThat(log().since(mark)).isEmpty();
        append(begun.substring(40) + EVENT.formatted("after"));

        assertThat(log().since(mark)).extracting(AuditEvent::auditId).containsExactly("after");
    }

    @Test
    void leavesOutALineThatIsNotCompleteYet() throws IOException {
        append(EVENT.formatted("whole"));
        append("{\"auditID\":\"hal");

        assertThat(log().events()).extracting(AuditEvent::auditId).containsExactly("whole");
    }

    @Test
    void readsEachLineOnceInParts() throws IOException {
        append(EVENT.formatted("one") + "{\"auditID\":\"tw");
        AuditTail tail = log().tail();
        assertThat(tail.next()).extracting(AuditEvent::auditId).containsExactly("one");
        assertThat(tail.next()).isEmpty();

        append(EVENT.formatted("two").substring("{\"auditID\":\"tw".length()) + EVENT.formatted("three"));

        assertThat(tail.next()).extracting(AuditEvent::auditId).containsExactly("two", "three");
    }

    private AuditLog log() {
        return new AuditLog(file());
    }

    private void append(String text) throws IOException {
        Files.writeString(file(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private Path file() {
        return directory.resolve("audit.log");
    }
}
