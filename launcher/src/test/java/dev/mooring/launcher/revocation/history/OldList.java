package dev.mooring.launcher.revocation.history;

import dev.mooring.testcluster.AuditEvent;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A list of Mooring's that the API server was free to answer with an old state, because it named a {@code resourceVersion}: such
 * as 0, which any cache may answer. Who begins with one knows of ends of grants what the cache knew. A page that continues a list is
 * of the state that the first page was of.
 *
 * @param account the account that asked
 * @param uri what it asked for
 * @param received when
 */
public record OldList(String account, String uri, Instant received) {
    private static final String ACCOUNTS = "system:serviceaccount:mooring-system:";

    static Optional<OldList> in(AuditEvent event) {
        String uri = event.raw().path("requestURI").asText();
        return event.verb().equals("list") && event.user().startsWith(ACCOUNTS) && namesAnOldState(uri)
                ? Optional.of(new OldList(event.user().substring(ACCOUNTS.length()), uri, event.received()))
                : Optional.empty();
    }

    private static boolean namesAnOldState(String uri) {
        return Arrays.stream(Optional.ofNullable(URI.create(uri).getRawQuery())
                        .orElse("")
                        .split("&"))
                .anyMatch(parameter -> parameter.matches("resourceVersion=.+"));
    }

    @Override
    public String toString() {
        return account + " asked at " + received + " for what may be old: " + uri;
    }
}
