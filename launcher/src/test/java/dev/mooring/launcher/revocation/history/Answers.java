package dev.mooring.launcher.revocation.history;

import dev.mooring.testcluster.AuditEvent;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads what came of a request. Of a webhook that said no the API server notes that it "denied the request"; of one that it could
 * not reach it notes that calling it failed.
 */
final class Answers {
    private static final Pattern DENIAL =
            Pattern.compile("admission webhook \"[^\"]+\\.mooring\\.dev\" denied the request");
    private static final String REASON = ".mooring.dev/reason";
    private static final String UNKNOWN = "no reason";

    private Answers() {}

    static Answer of(AuditEvent event) {
        if (event.code() < 300) {
            return new Answer.Admitted();
        }
        String message = event.raw().at("/responseStatus/message").asText();
        return DENIAL.matcher(message).lookingAt()
                ? new Answer.Denied(reason(event.annotations()))
                : new Answer.Failed(event.code());
    }

    private static String reason(Map<String, String> annotations) {
        return annotations.entrySet().stream()
                .filter(annotation -> annotation.getKey().endsWith(REASON))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
